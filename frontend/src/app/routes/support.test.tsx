import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import {
  aDefinition,
  aDeliveryInFull,
  aMaskedDelivery,
  anAuditEvent,
  aSupportedOrganization,
  northwind,
  sam,
} from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const { organizationId } = northwind;
const delivery = aMaskedDelivery();
const ofOrganization = "/support/organizations/:organizationId";
const reveal = `POST /support/organizations/${organizationId}/deliveries/${delivery.id}/reveal`;
const address = paths.supportDelivery(organizationId, delivery.id);

function supportBackend() {
  const backend = new Backend();
  backend.me = sam;
  const searches: Record<string, URLSearchParams> = {};
  const list = (path: string, items: () => unknown[]) =>
    backend.answers("get", path, ({ request }) => {
      searches[path] = new URL(request.url).searchParams;
      return { items: items(), nextCursor: null };
    });
  list("/support/deliveries", () => [delivery]);
  list("/support/organizations", () => [aSupportedOrganization()]);
  list("/support/audit-events", () => [
    anAuditEvent({ action: "ORGANIZATION_DELETED", targetName: "Fabrikam" }),
  ]);
  list(`${ofOrganization}/webhooks`, () => [aDefinition()]);
  backend.answers("get", `${ofOrganization}/webhooks/:webhookId`, () =>
    aDefinition({
      action: { type: "imis.activity", panel: null, mapping: [{ field: "ID", value: "$$id$$" }] },
      schema: { type: "object" },
    }),
  );
  backend.answers("get", `${ofOrganization}/deliveries/:deliveryId`, () => delivery);
  backend.answers("post", `${ofOrganization}/deliveries/:deliveryId/reveal`, () =>
    aDeliveryInFull({
      violations: [{ path: "/count", keyword: "type", message: "“count” must be a number." }],
    }),
  );
  return { backend, searches };
}

test("whoever is of the support staff starts with the deliveries of all organizations", async () => {
  supportBackend();
  const app = renderApp("/");

  const row = await screen.findByRole("row", { name: /Northwind Association/ });
  expect(row).toHaveTextContent("Course completions");
  expect(app.address()).toBe(paths.supportDeliveries());
});

test("filters go to the URL and to the request", async () => {
  const { searches } = supportBackend();
  const app = renderApp(paths.supportDeliveries());
  await screen.findByRole("row", { name: /Northwind/ });

  await app.user.click(screen.getByRole("combobox", { name: "Organization" }));
  await app.user.click(await screen.findByRole("option", { name: "Northwind Association" }));
  await app.user.click(screen.getByRole("combobox", { name: "Outcome" }));
  await app.user.click(await screen.findByRole("option", { name: "Failed" }));
  await app.user.type(screen.getByRole("searchbox"), "203.0");

  await waitFor(() => expect(searches["/support/deliveries"]?.get("q")).toBe("203.0"));
  expect(searches["/support/deliveries"]?.get("organizationId")).toBe(organizationId);
  expect(searches["/support/deliveries"]?.get("outcome")).toBe("FAILED");
  expect(app.address()).toBe(
    paths.supportDeliveries(`?organization=${organizationId}&outcome=FAILED&q=203.0`),
  );
});

test("further filters go to the URL and to the request, and nothing of payloads is among them", async () => {
  const { searches } = supportBackend();
  const webhook = aDefinition().id;
  const ofWebhook = `?organization=${organizationId}&webhook=${webhook}`;
  const app = renderApp(paths.supportDeliveries(`${ofWebhook}&cursor=c1`));
  await screen.findByRole("row", { name: /Northwind/ });

  await app.user.click(screen.getByText("More filters"));
  await app.user.type(await screen.findByLabelText("Version of the webhook"), "3");
  await app.user.type(screen.getByLabelText("Source address"), "::1");
  expect(screen.queryByLabelText("Property of the payload")).not.toBeInTheDocument();
  await app.user.click(screen.getByText("Show"));

  await waitFor(() =>
    expect(Object.fromEntries(searches["/support/deliveries"] ?? [])).toEqual({
      organizationId,
      webhookId: webhook,
      version: "3",
      source: "::1",
      limit: "50",
    }),
  );
  expect(app.address()).toBe(paths.supportDeliveries(`${ofWebhook}&version=3&source=%3A%3A1`));
  expect(await screen.findByText("More filters (2)")).toBeVisible();
});

test("an address with a reason and a period asks for them", async () => {
  const { searches } = supportBackend();
  const period = "from=2026-11-01T00%3A00%3A00.000Z&to=2026-11-02T00%3A00%3A00.000Z";
  renderApp(paths.supportDeliveries(`?reason=UNREACHABLE&${period}`));
  await screen.findByRole("row", { name: /Northwind/ });

  expect(Object.fromEntries(searches["/support/deliveries"] ?? [])).toEqual({
    reason: "UNREACHABLE",
    from: "2026-11-01T00:00:00.000Z",
    to: "2026-11-02T00:00:00.000Z",
    limit: "50",
  });
  expect(screen.getByText("More filters (1)")).toBeVisible();
});

test("another organization takes webhook and version along", async () => {
  const { searches } = supportBackend();
  const app = renderApp(
    paths.supportDeliveries(`?organization=other&webhook=${aDefinition().id}&version=3`),
  );
  await screen.findByRole("row", { name: /Northwind/ });

  await app.user.click(screen.getByRole("combobox", { name: "Organization" }));
  await app.user.click(await screen.findByRole("option", { name: "Northwind Association" }));

  await waitFor(() =>
    expect(Object.fromEntries(searches["/support/deliveries"] ?? [])).toEqual({
      organizationId,
      limit: "50",
    }),
  );
});

test("a webhook is chosen once its organization is", async () => {
  const { searches } = supportBackend();
  const app = renderApp(paths.supportDeliveries());
  await screen.findByRole("row", { name: /Northwind/ });
  expect(screen.queryByRole("combobox", { name: "Webhook" })).not.toBeInTheDocument();

  await app.user.click(screen.getByRole("combobox", { name: "Organization" }));
  await app.user.click(await screen.findByRole("option", { name: "Northwind Association" }));
  await app.user.click(await screen.findByRole("combobox", { name: "Webhook" }));
  await app.user.click(await screen.findByRole("option", { name: aDefinition().name }));

  await waitFor(() =>
    expect(Object.fromEntries(searches["/support/deliveries"] ?? [])).toEqual({
      organizationId,
      webhookId: aDefinition().id,
      limit: "50",
    }),
  );
  // Its versions can be asked for, too.
  await app.user.click(screen.getByText("More filters"));
  expect(await screen.findByLabelText("Version of the webhook")).toBeVisible();
});

test.each([
  ["a version without a webhook", "?version=3&reason=NO_SUCH"],
  ["a webhook without an organization", `?webhook=${aDefinition().id}&version=3`],
])("an address that names %s asks for none: nothing would show it", async (_, search) => {
  const { searches } = supportBackend();
  renderApp(paths.supportDeliveries(search));
  await screen.findByRole("row", { name: /Northwind/ });

  expect(Object.fromEntries(searches["/support/deliveries"] ?? [])).toEqual({ limit: "50" });
  expect(screen.getByText("More filters")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Clear filters" })).not.toBeInTheDocument();
});

test("says about how many deliveries there are where they are too many to be counted", async () => {
  const { backend } = supportBackend();
  backend.answers("get", "/support/deliveries/count", () => ({ count: 45_600, isEstimate: true }));
  renderApp(paths.supportDeliveries());

  expect(await screen.findByText("About 45,600 deliveries")).toBeVisible();
});

test("for whoever is not of the support staff there is no console", async () => {
  new Backend();
  renderApp(paths.supportDeliveries());

  expect(await screen.findByRole("heading", { name: "There is nothing here" })).toBeVisible();
});

test("a second factor comes first, and the way back leads to the console", async () => {
  const { backend } = supportBackend();
  backend.me = { ...sam, hasSecondFactor: false };
  const app = renderApp(paths.supportOrganizations);
  expect(
    await screen.findByRole("heading", { name: "Set up a second factor first" }),
  ).toBeVisible();
  expect(screen.queryByRole("link", { name: "Deliveries" })).not.toBeInTheDocument();

  await app.user.click(screen.getByRole("link", { name: "Go to your account" }));

  expect(await screen.findByText(/Needed to work as support staff/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Back to the support console" })).toHaveAttribute(
    "href",
    paths.supportOrganizations,
  );
});

test("a call that takes a second factor leads there, too", async () => {
  const { backend } = supportBackend();
  backend.answers("get", "/support/audit-events", () => {
    backend.me = { ...sam, hasSecondFactor: false };
    return problem(403, "second-factor-required", "Support staff need a second factor.");
  });
  renderApp(paths.supportEvents);

  expect(
    await screen.findByRole("heading", { name: "Set up a second factor first" }),
  ).toBeVisible();
});

test("organizations are searched, and lead to their webhooks and definitions", async () => {
  const { searches } = supportBackend();
  const app = renderApp(paths.supportOrganizations);
  await app.user.type(await screen.findByRole("searchbox"), "north");
  await waitFor(() => expect(searches["/support/organizations"]?.get("q")).toBe("north"));

  await app.user.click(await screen.findByRole("link", { name: "Northwind Association" }));
  expect(await screen.findByRole("link", { name: "Its deliveries" })).toHaveAttribute(
    "href",
    paths.supportDeliveries(`?organization=${organizationId}`),
  );
  expect(await screen.findByText("Insert an activity")).toBeVisible();
  await app.user.click(await screen.findByRole("link", { name: "Course completions" }));

  const mapping = await screen.findByRole("table", { name: "Mapping" });
  expect(within(mapping).getByRole("row", { name: "ID $$id$$" })).toBeVisible();
  const schema = screen.getByRole("group", { name: "Schema" });
  expect(screen.getByRole("complementary", { name: "Definition" })).toHaveTextContent(
    "ActionInsert an activity",
  );
  expect(schema?.textContent).toBe('{\n  "type": "object"\n}');
});

test("the navigation marks the deliveries while one of them is looked at", async () => {
  supportBackend();
  const app = renderApp(paths.supportDeliveries());

  await app.user.click(await screen.findByRole("link", { name: /^Delivery of/ }));

  expect(await screen.findByRole("region", { name: "This delivery is masked" })).toBeVisible();
  const navigation = screen.getByRole("navigation", { name: "Main" });
  expect(within(navigation).getByRole("link", { current: "page" })).toHaveTextContent("Deliveries");
});

test("a delivery is masked until a reason is given", async () => {
  const { backend } = supportBackend();
  const app = renderApp(address);
  expect(await screen.findByRole("region", { name: "This delivery is masked" })).toBeVisible();
  expect(screen.queryByRole("heading", { name: "Body" })).not.toBeInTheDocument();

  await app.user.click(screen.getByRole("button", { name: "Reveal" }));
  const reason = screen.getByLabelText("Why do you need to see it?");
  expect(reason).toHaveFocus();
  expect(reason).toHaveAccessibleDescription(
    expect.stringContaining("Northwind Association will read this in its audit trail"),
  );
  const submit = screen.getByRole("button", { name: "Reveal the delivery" });
  await app.user.click(submit);
  expect(screen.getByText("Say why you need to see it.")).toBeVisible();
  await app.user.type(reason, "Ticket");
  await app.user.click(submit);
  expect(screen.getByText("Give a reason of 10 to 500 characters.")).toBeVisible();
  expect(backend.lastSent(reveal)).toBeUndefined();

  await app.user.type(reason, " 4711:{Enter}the amount is missing");
  await app.user.click(submit);

  expect(await screen.findByRole("heading", { name: "Body" })).toBeVisible();
  expect(screen.getByText("“count” must be a number.")).toBeVisible();
  expect(screen.getByText(/"memberId": "101"/)).toBeVisible();
  expect(screen.getByText("content-type")).toBeVisible();
  expect(screen.queryByText("This delivery is masked")).not.toBeInTheDocument();
  expect(backend.lastSent(reveal)).toEqual({ reason: "Ticket 4711: the amount is missing" });
});

test("a reveal that is refused says why and keeps the reason", async () => {
  const { backend } = supportBackend();
  backend.answers("post", `${ofOrganization}/deliveries/:deliveryId/reveal`, () =>
    problem(404, "not-found", "The organization was deleted."),
  );
  const app = renderApp(address);
  await app.user.click(await screen.findByRole("button", { name: "Reveal" }));
  await app.user.type(screen.getByLabelText(/^Why/), "Ticket 4711: amount");

  await app.user.click(screen.getByRole("button", { name: "Reveal the delivery" }));

  expect(await screen.findByRole("alert")).toHaveTextContent("The organization was deleted.");
  expect(screen.getByLabelText(/^Why/)).toHaveValue("Ticket 4711: amount");
});

test("the events of the installation are told", async () => {
  supportBackend();
  renderApp(paths.supportEvents);

  expect(await screen.findByText(/deleted the organization “Fabrikam”/)).toBeVisible();
});

test("a search that found nothing says that payloads are not searched", async () => {
  const { backend } = supportBackend();
  backend.answers("get", "/support/deliveries", () => ({
    items: [],
    nextCursor: null,
    isSearchedWhole: true,
  }));
  renderApp(paths.supportDeliveries("?q=homer@example.org"));

  expect(await screen.findByText("No delivery was found")).toBeVisible();
  expect(screen.getByText(/Payloads are not searched here/)).toBeVisible();
});

test("what an organization masks stays masked for support, and is said to", async () => {
  const { backend } = supportBackend();
  backend.answers("post", `${ofOrganization}/deliveries/:deliveryId/reveal`, () =>
    aDeliveryInFull({ masked: ["ssn"] }),
  );
  const app = renderApp(paths.supportDelivery(organizationId, delivery.id));

  await app.user.click(await screen.findByRole("button", { name: "Reveal" }));
  await app.user.type(screen.getByLabelText("Why do you need to see it?"), "Ticket 4711: amount");
  await app.user.click(screen.getByRole("button", { name: "Reveal the delivery" }));

  expect(await screen.findByText(/masks this, for you too: ssn\./)).toBeVisible();
});
