import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { typeJson } from "../../testing/code-editor";
import { aDelivery, aDeliveryInFull, graceAs, permissions } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";
import { address, anEditorBackend, known } from "../../testing/webhook-editor";

const webhooks = "/organizations/:organizationId/webhooks";

afterEach(() => localStorage.clear());

/** A backend that shows the member of a payload as the record, and has two deliveries of the webhook. */
function aBackend() {
  const backend = anEditorBackend();
  backend.answers("post", `${webhooks}/preview`, ({ body }) => ({
    violations: [],
    problems: [],
    record: [{ field: "PartyId", value: String(body.payload.memberId) }],
  }));
  backend.lists(
    aDelivery(),
    aDelivery({
      id: "018f2222-0000-7000-8000-000000000002",
      receivedAt: "2026-11-22T10:00:00.000Z",
      outcome: "REJECTED",
    }),
  );
  backend.delivery = aDeliveryInFull();
  return backend;
}

const open = async (user: ReturnType<typeof renderApp>["user"]) =>
  user.click(await screen.findByRole("button", { name: "Use a received payload" }));

const result = () => screen.findByLabelText("What would happen");

test("what a sender really posted is tried, and the sample again", async () => {
  const backend = aBackend();
  const { user } = renderApp(address("preview"));
  expect(await within(await result()).findByText("memberId")).toBeVisible();

  await open(user);
  const items = await screen.findAllByRole("menuitem");
  expect(items.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Nov 23, .*Succeeded$/),
    expect.stringMatching(/^Nov 22, .*Rejected$/),
  ]);
  expect(backend.deliverySearches.at(-1)?.get("webhookId")).toBe(known.id);
  await user.click(items[0] as HTMLElement);

  expect(await within(await result()).findByText("101")).toBeVisible();
  expect(screen.getByText(/^Received Nov 23, .* It is real data/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Use a received payload" })).toHaveFocus();

  await user.click(screen.getByRole("button", { name: "Use the sample again" }));

  expect(await within(await result()).findByText("memberId")).toBeVisible();
  expect(screen.getByRole("button", { name: "Use a received payload" })).toHaveFocus();
});

test("while a payload is fetched, its button can still hold the focus", async () => {
  const backend = aBackend();
  backend.answers(
    "get",
    "/organizations/:organizationId/deliveries/:deliveryId",
    () => new Promise<Response>(() => undefined),
  );
  const { user } = renderApp(address("preview"));
  await open(user);
  await user.click((await screen.findAllByRole("menuitem"))[0] as HTMLElement);

  const button = screen.getByRole("button", { name: /Use a received payload/ });
  await waitFor(() => expect(button).toHaveFocus());
  expect(button).toBeEnabled();
});

test("a received payload stays while other steps are looked at, and is not kept in the browser", async () => {
  aBackend();
  const { user } = renderApp(address("preview"));
  await open(user);
  await user.click((await screen.findAllByRole("menuitem"))[0] as HTMLElement);
  await within(await result()).findByText("101");

  await typeJson("Sample payload", '{"memberId": "Marge"}');
  expect(await within(await result()).findByText("Marge")).toBeVisible();
  await user.click(screen.getByText("General", { selector: "button *" }));
  await user.type(await screen.findByRole("textbox", { name: "Name" }), "!");
  await waitFor(() => expect(JSON.stringify(localStorage)).toContain("Course completions!"));
  expect(JSON.stringify(localStorage)).not.toContain("Marge");
  await user.click(screen.getByText("Preview", { selector: "button *" }));

  expect(await within(await result()).findByText("Marge")).toBeVisible();
});

test("a payload that was not kept whole is not tried", async () => {
  const backend = aBackend();
  backend.delivery = aDeliveryInFull({
    body: { encoding: "utf-8", content: '{"memberId":"10', isPartial: true },
  });
  const { user } = renderApp(address("preview"));
  await open(user);
  await user.click((await screen.findAllByRole("menuitem"))[0] as HTMLElement);

  expect(await screen.findByText(/^This delivery has no payload to try/)).toBeVisible();
  expect(await within(await result()).findByText("memberId")).toBeVisible();
});

test("where nothing was received yet, that is said", async () => {
  aBackend().lists();
  const { user } = renderApp(address("preview"));

  await open(user);

  expect(await screen.findByText("Nothing has been received yet.")).toBeVisible();
});

test("whoever may not see payloads is not offered any", async () => {
  const backend = aBackend();
  backend.me = graceAs("EDITOR");
  backend.answers("get", "/permissions", () => ({
    items: permissions.map((each) =>
      each.permission === "VIEW_DELIVERIES" ? { ...each, roles: ["OWNER"] } : each,
    ),
    nextCursor: null,
  }));
  renderApp(address("preview"));

  expect(await within(await result()).findByText("memberId")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Use a received payload" })).not.toBeInTheDocument();
});
