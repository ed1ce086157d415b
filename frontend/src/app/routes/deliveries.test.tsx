import { screen, waitFor } from "@testing-library/react";
import { HttpResponse } from "msw";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { catchDownloads } from "../../testing/downloads";
import { aDelivery, aWebhook, northwind } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";

const address = paths.deliveries(northwind.organizationId);

test("lists time, webhook, outcome, sentence, status, record and duration", async () => {
  new Backend().lists(
    aDelivery(),
    aDelivery({
      id: "d2",
      outcome: "FAILED",
      reason: "UNREACHABLE",
      statusCode: 500,
      recordId: null,
    }),
  );
  renderApp(address);

  await screen.findByText("20481");
  const [, first, second] = screen.getAllByRole("row");
  expect(first).toHaveTextContent("Nov 23, 10:04:05");
  expect(first).toHaveTextContent("Succeeded");
  expect(first).toHaveTextContent("Course completions");
  expect(first).toHaveTextContent("20481");
  expect(first).toHaveTextContent("84 ms");
  expect(second).toHaveTextContent("Failed");
  expect(second).toHaveTextContent("iMIS could not be reached.");
});

test("hovering over a time shows the exact instant", async () => {
  new Backend().lists(aDelivery());
  renderApp(address);

  const time = await screen.findByText("Nov 23, 10:04:05");

  expect(time).toHaveAttribute("title", expect.stringContaining("2026-11-23T15:04:05.000Z"));
});

test("filters go to the URL and to the request", async () => {
  const backend = new Backend().lists(aDelivery());
  backend.webhooks = [aWebhook()];
  const app = renderApp(address);
  await screen.findByText("20481");

  await app.user.click(screen.getByRole("combobox", { name: "Outcome" }));
  await app.user.click(await screen.findByRole("option", { name: "Failed" }));
  await app.user.click(screen.getByRole("combobox", { name: "Webhook" }));
  await app.user.click(await screen.findByRole("option", { name: "Course completions" }));
  await app.user.type(screen.getByRole("searchbox", { name: "Search" }), "101");

  await waitFor(() => expect(backend.deliverySearches.at(-1)?.get("q")).toBe("101"));
  expect(backend.deliverySearches.at(-1)?.get("outcome")).toBe("FAILED");
  expect(backend.deliverySearches.at(-1)?.get("webhookId")).toBe(aWebhook().id);
  expect(app.address()).toBe(`${address}?webhook=${aWebhook().id}&outcome=FAILED&q=101`);
});

test("filters in the URL are asked for and shown", async () => {
  const backend = new Backend();
  renderApp(`${address}?outcome=UNKNOWN&q=abc&from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z`);

  expect(await screen.findByText("No delivery was found")).toBeVisible();
  expect(screen.getByText(/finds whole words/)).toBeVisible();
  expect(screen.getByRole("combobox", { name: "Outcome" })).toHaveValue("Unknown");
  expect(screen.getByRole("searchbox", { name: "Search" })).toHaveValue("abc");
  expect(screen.getByRole("button", { name: /^Period: Oct 31, 20:00/ })).toBeVisible();
  expect(Object.fromEntries(backend.deliverySearches.at(-1) ?? [])).toEqual({
    outcome: "UNKNOWN",
    q: "abc",
    from: "2026-11-01T00:00:00Z",
    to: "2026-11-02T00:00:00Z",
    limit: "50",
  });
});

test("removing the filters shows all deliveries again", async () => {
  new Backend();
  const app = renderApp(`${address}?outcome=FAILED&q=abc`);

  await app.user.click(await screen.findByRole("button", { name: "Clear filters" }));

  expect(await screen.findByText("No deliveries yet")).toBeVisible();
  expect(app.address()).toBe(address);
  await waitFor(() => expect(screen.getByRole("searchbox", { name: "Search" })).toHaveValue(""));
});

test("the older page is asked for with the cursor, and the way back is there", async () => {
  const backend = new Backend();
  backend.deliveries = { items: [aDelivery()], nextCursor: "c1", isSearchedWhole: true };
  const app = renderApp(`${address}?outcome=SUCCEEDED`);

  const older = await screen.findByRole("link", { name: "Older" });
  backend.lists(aDelivery({ id: "d2", recordId: "19000" }));
  await app.user.click(older);

  expect(await screen.findByText("19000")).toBeVisible();
  expect(backend.deliverySearches.at(-1)?.get("cursor")).toBe("c1");
  expect(backend.deliverySearches.at(-1)?.get("outcome")).toBe("SUCCEEDED");
  expect(screen.queryByRole("link", { name: "Older" })).not.toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Newest" })).toHaveAttribute(
    "href",
    `${address}?outcome=SUCCEEDED`,
  );
});

test("refreshing shows what arrived meanwhile", async () => {
  const backend = new Backend();
  const app = renderApp(address);
  await screen.findByText("No deliveries yet");
  backend.lists(aDelivery());

  await app.user.click(screen.getByRole("button", { name: "Refresh" }));

  expect(await screen.findByText("20481")).toBeVisible();
});

test("a delivery that succeeded after its sender was told of a failure says so", async () => {
  new Backend().lists(aDelivery({ outcome: "SUCCEEDED", statusCode: 500 }));
  renderApp(address);

  expect(
    await screen.findByText("Succeeded later; its sender had been answered 500."),
  ).toBeVisible();
});

test("a rejected delivery says which property was at fault, and a replayed one that it was", async () => {
  new Backend().lists(
    aDelivery({
      id: "d1",
      outcome: "REJECTED",
      reason: "SCHEMA_VIOLATED",
      statusCode: 400,
      firstViolation: { path: "/count", keyword: "type", message: "count must be text." },
    }),
    aDelivery({ id: "d2", outcome: "FAILED", error: "iMIS said no.", replaysBegun: 2 }),
  );
  renderApp(address);

  expect(await screen.findByText("count must be text.")).toBeVisible();
  expect(screen.getByText("iMIS said no. Replayed 2 times.")).toBeVisible();
});

test("a stored sentence tells its times by the clock of the list", async () => {
  new Backend().lists(
    aDelivery({
      outcome: "FAILED",
      reason: "CREDENTIALS_REFUSED",
      error: "iMIS has refused the user name or password since 23 November 2026, 15:04 UTC.",
    }),
  );
  renderApp(address);

  expect(
    await screen.findByText("iMIS has refused the user name or password since Nov 23, 10:04."),
  ).toBeVisible();
});

test("further filters go to the URL and to the request", async () => {
  const backend = new Backend().lists(aDelivery());
  const app = renderApp(`${address}?webhook=${aWebhook().id}&cursor=c1`);
  await screen.findByText("20481");

  await app.user.click(screen.getByText("More filters"));
  await app.user.type(await screen.findByLabelText("Version of the webhook"), "3");
  await app.user.type(screen.getByLabelText("Source address"), "::1");
  await app.user.click(screen.getByText("Show"));

  await waitFor(() =>
    expect(Object.fromEntries(backend.deliverySearches.at(-1) ?? [])).toEqual({
      webhookId: aWebhook().id,
      version: "3",
      source: "::1",
      limit: "50",
    }),
  );
  expect(await screen.findByText("More filters (2)")).toBeVisible();
});

test("the keyboard goes into what the filters open, and back to their buttons", async () => {
  new Backend().lists(aDelivery());
  const app = renderApp(address);
  await screen.findByText("20481");

  const more = screen.getByRole("button", { name: "More filters" });
  await app.user.click(more);
  await waitFor(() => expect(screen.getByLabelText("Source address")).toHaveFocus());
  await app.user.keyboard("{Escape}");
  await waitFor(() => expect(more).toHaveFocus());

  const period = screen.getByRole("button", { name: "Period: Any time" });
  await app.user.click(period);
  await waitFor(() => expect(screen.getByRole("button", { name: "Today" })).toHaveFocus());
  await app.user.keyboard("{Escape}");
  await waitFor(() => expect(period).toHaveFocus());
});

test("a property is proposed from the webhook’s schema, and asked for with its value", async () => {
  const backend = new Backend().lists(aDelivery());
  backend.webhooks = [
    aWebhook({ schema: { type: "object", properties: { memberId: { type: "string" } } } }),
  ];
  const app = renderApp(`${address}?webhook=${aWebhook().id}&reason=UNREACHABLE`);
  await screen.findByText("20481");

  await app.user.click(screen.getByText("More filters (1)"));
  await app.user.click(
    await screen.findByLabelText("Property of the payload", { selector: "input" }),
  );
  await app.user.click(await screen.findByText("memberId"));
  await app.user.type(screen.getByLabelText("Its value"), "123");
  await app.user.click(screen.getByText("Show"));

  await waitFor(() => expect(backend.deliverySearches.at(-1)?.get("value")).toBe("123"));
  expect(backend.deliverySearches.at(-1)?.get("property")).toBe("memberId");
  expect(backend.deliverySearches.at(-1)?.get("reason")).toBe("UNREACHABLE");
});

test("an address that names a version without a webhook, or no reason there is, asks for neither", async () => {
  const backend = new Backend().lists(aDelivery());
  renderApp(`${address}?version=3&reason=NO_SUCH&value=x`);
  await screen.findByText("20481");

  expect(Object.fromEntries(backend.deliverySearches.at(-1) ?? [])).toEqual({ limit: "50" });
});

test("a page in the middle leads to newer and to older ones, and says how many there are", async () => {
  const backend = new Backend();
  backend.deliveries = {
    items: [aDelivery()],
    nextCursor: "older1",
    previousCursor: "newer1",
    isSearchedWhole: true,
  };
  backend.count = { count: 1234, isEstimate: false };
  renderApp(`${address}?outcome=SUCCEEDED&cursor=c1`);

  expect(await screen.findByText("1,234 deliveries")).toBeVisible();
  expect(screen.getByRole("link", { name: "Newer" })).toHaveAttribute(
    "href",
    `${address}?outcome=SUCCEEDED&cursor=newer1`,
  );
  expect(screen.getByRole("link", { name: "Older" })).toHaveAttribute(
    "href",
    `${address}?outcome=SUCCEEDED&cursor=older1`,
  );
});

test.each([
  [12_300, "About 12,300 deliveries"],
  [999_000, "About 999,000 deliveries"],
  [1_230_000, "About 1.2 million deliveries"],
])("what is too much to be counted is said to be about so much: %i", async (count, text) => {
  const backend = new Backend().lists(aDelivery());
  backend.count = { count, isEstimate: true };
  renderApp(address);

  expect(await screen.findByText(text)).toBeVisible();
});

test("exports exactly what the filters show, whichever page is shown", async () => {
  const downloads = catchDownloads();
  const backend = new Backend().lists(aDelivery());
  let asked: URLSearchParams | undefined;
  backend.answers("get", "/organizations/:organizationId/deliveries/export", ({ request }) => {
    asked = new URL(request.url).searchParams;
    return new HttpResponse("id", {
      headers: { "Content-Disposition": 'attachment; filename="deliveries.csv"' },
    });
  });
  const app = renderApp(`${address}?outcome=FAILED&property=memberId&cursor=c1`);
  await screen.findByText("20481");

  await app.user.click(screen.getByRole("button", { name: "Export" }));
  await app.user.click(await screen.findByRole("menuitem", { name: "CSV, for spreadsheets" }));

  await waitFor(() =>
    expect(downloads.map(({ name }) => name)).toEqual(["deliveries-northwind.csv"]),
  );
  expect(Object.fromEntries(asked ?? [])).toEqual({
    outcome: "FAILED",
    property: "memberId",
    value: "",
    format: "CSV",
  });
});
