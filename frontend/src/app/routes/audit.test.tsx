import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse } from "msw";
import { expect, test } from "vitest";
import type { AuditEventResponse } from "../../api/schema";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { catchDownloads } from "../../testing/downloads";
import { anAuditEvent, aWebhook, grace, graceAs, northwind } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const address = paths.audit(northwind.organizationId);
const exports = "/organizations/:organizationId/audit-events/export";

function backendWith(...items: AuditEventResponse[]) {
  const backend = new Backend();
  backend.events = { items, nextCursor: null };
  return backend;
}

test.each<[Partial<AuditEventResponse>, string]>([
  [{}, "grace@northwind.example changed the webhook “Newsletter”"],
  [
    {
      action: "SIGN_IN_REFUSED",
      actorKind: "STRANGER",
      actorName: "",
      targetName: "otto@northwind.example",
    },
    "Somebody was refused to sign in as otto@northwind.example",
  ],
  [
    {
      action: "DELIVERY_REVEALED",
      actorKind: "SUPPORT",
      actorName: "sam@support.example",
      reason: "Ticket 4711: the amount is missing",
    },
    "Support staff sam@support.example revealed a delivery of the webhook “Newsletter”“Ticket 4711: the amount is missing”",
  ],
  [
    {
      action: "MEMBER_ROLE_CHANGED",
      targetName: "vera@northwind.example",
      before: { role: "VIEWER" },
      after: { role: "EDITOR" },
    },
    "grace@northwind.example changed the role of vera@northwind.example from Viewer to Editor",
  ],
  [
    { action: "INVITATION_CREATED", targetName: "ines@x.example", after: { role: "ADMIN" } },
    "grace@northwind.example invited ines@x.example as Admin",
  ],
  [
    { action: "PASSWORD_CHANGED", targetName: null },
    "grace@northwind.example changed their password",
  ],
  [
    { action: "WEBHOOK_DELETED", actorKind: "API_KEY", actorName: "Nightly sync" },
    "The API key “Nightly sync” deleted the webhook “Newsletter”",
  ],
  [
    {
      before: { name: "Newsletter", isPaused: false, version: 3 },
      after: { name: "Newsletter", isPaused: true, version: 3 },
    },
    "grace@northwind.example paused the webhook “Newsletter”",
  ],
  [
    {
      before: { name: "Newsletter", isPaused: true, version: 3 },
      after: { name: "Newsletter", isPaused: false, version: 3 },
    },
    "grace@northwind.example resumed the webhook “Newsletter”",
  ],
  [
    {
      before: { name: "News", isPaused: false, version: 3 },
      after: { name: "Newsletter", isPaused: false, version: 3 },
    },
    "grace@northwind.example renamed the webhook “News” to “Newsletter”",
  ],
  [
    {
      before: { name: "Newsletter", isPaused: false, version: 3 },
      after: { name: "Newsletter", isPaused: false, version: 4 },
    },
    "grace@northwind.example saved version 4 of the webhook “Newsletter”",
  ],
])("tells %j as a sentence", async (changes, sentence) => {
  backendWith(anAuditEvent(changes));
  renderApp(address);

  await waitFor(() => expect(screen.getAllByRole("row")[1]).toHaveTextContent(sentence));
});

test("shows when and from where, with the exact instant on hover", async () => {
  backendWith(anAuditEvent());
  renderApp(address);

  const time = await screen.findByText("Nov 23, 10:04:05");
  expect(time).toHaveAttribute("title", expect.stringContaining("2026-11-23T15:04:05.000Z"));
  expect(screen.getByText("203.0.113.24")).toBeVisible();
  expect(screen.getByText("Safari on macOS")).toHaveAttribute(
    "title",
    expect.stringContaining("Mozilla/5.0"),
  );
});

test("what a change replaced is shown on demand, without what stayed", async () => {
  backendWith(
    anAuditEvent({
      before: { name: "News", isPaused: false, version: 3 },
      after: { name: "Newsletter", isPaused: true, version: 3 },
    }),
  );
  const app = renderApp(address);

  const toggle = await screen.findByRole("button", { name: "Changes" });
  expect(toggle).toHaveAttribute("aria-expanded", "false");
  await app.user.click(toggle);

  expect(toggle).toHaveAttribute("aria-expanded", "true");
  expect(screen.getByText("News")).toBeVisible();
  expect(screen.getByText("Paused").parentElement).toHaveTextContent("PausedBefore: NoAfter: Yes");
  expect(screen.queryByText("Version")).not.toBeInTheDocument();
});

test("filters go to the URL and to the request, and can be removed", async () => {
  const backend = backendWith(anAuditEvent());
  const app = renderApp(address);

  await app.user.type(await screen.findByRole("combobox", { name: "What happened" }), "refused");
  await app.user.click(await screen.findByRole("option", { name: "Sign-in refused" }));

  await waitFor(() => expect(backend.eventSearches.at(-1)?.get("action")).toBe("SIGN_IN_REFUSED"));
  expect(app.address()).toBe(`${address}?action=SIGN_IN_REFUSED`);

  await app.user.click(screen.getByRole("button", { name: "Clear filters" }));
  expect(app.address()).toBe(address);
});

test.each([
  ["Only by grace@northwind.example", "actorId", grace.id],
  ["Only about Newsletter", "targetId", "018f1111-0000-7000-8000-000000000001"],
])("an event leads to others: %s", async (item, name, id) => {
  const backend = backendWith(anAuditEvent());
  const app = renderApp(`${address}?cursor=c1`);

  await app.user.click(await screen.findByRole("button", { name: /^More like the event of/ }));
  await app.user.click(await screen.findByRole("menuitem", { name: item }));

  await waitFor(() => expect(backend.eventSearches.at(-1)?.get(name)).toBe(id));
  expect(backend.eventSearches.at(-1)?.has("cursor")).toBe(false);
  expect(app.address()).toBe(`${address}?${name}=${id}`);

  await app.user.click(screen.getByRole("button", { name: `Remove: ${item}` }));
  expect(app.address()).toBe(address);
});

test("the older page is asked for with the cursor", async () => {
  const backend = new Backend();
  backend.events = { items: [anAuditEvent()], nextCursor: "c1" };
  const app = renderApp(`${address}?action=WEBHOOK_CHANGED`);

  await app.user.click(await screen.findByRole("link", { name: "Older" }));

  await waitFor(() => expect(backend.eventSearches.at(-1)?.get("cursor")).toBe("c1"));
  expect(backend.eventSearches.at(-1)?.get("action")).toBe("WEBHOOK_CHANGED");
  expect(screen.getByRole("link", { name: "Newest" })).toBeVisible();
});

test.each([
  ["CSV, for spreadsheets", "CSV"],
  ["NDJSON, for programs", "NDJSON"],
])(
  "exports as %s what the filters show, under the name that the backend gives",
  async (item, format) => {
    const backend = backendWith(anAuditEvent());
    let search = new URLSearchParams();
    backend.answers("get", exports, ({ request }) => {
      search = new URL(request.url).searchParams;
      return new HttpResponse("the events", {
        headers: { "Content-Disposition": 'attachment; filename="trail-of-northwind.txt"' },
      });
    });
    const downloads = catchDownloads();
    const app = renderApp(`${address}?action=SIGNED_IN&from=2026-11-01T00:00:00Z&cursor=c1`);

    await app.user.click(await screen.findByRole("button", { name: "Export" }));
    await app.user.click(await screen.findByRole("menuitem", { name: item }));

    await waitFor(() => expect(downloads).toHaveLength(1));
    expect(downloads[0]?.name).toBe("trail-of-northwind.txt");
    expect(await downloads[0]?.text()).toBe("the events");
    expect(Object.fromEntries(search)).toEqual({
      action: "SIGNED_IN",
      from: "2026-11-01T00:00:00Z",
      format,
    });
  },
);

test("an export that fails says why", async () => {
  const backend = backendWith(anAuditEvent());
  backend.answers("get", exports, () => problem(503, "unavailable", "Try again in a moment."));
  const app = renderApp(address);

  await app.user.click(await screen.findByRole("button", { name: "Export" }));
  await app.user.click(await screen.findByRole("menuitem", { name: /CSV/ }));

  const dialog = await screen.findByRole("dialog", { name: "The export did not work" });
  expect(within(dialog).getByRole("alert")).toHaveTextContent("Try again in a moment.");
});

test("whoever may not read the trail finds no way to it and is told why", async () => {
  const backend = new Backend();
  backend.me = graceAs("EDITOR");
  renderApp(address);

  expect(await screen.findByRole("heading", { name: "Not for your role" })).toBeVisible();
  expect(screen.queryByRole("link", { name: "Audit trail" })).not.toBeInTheDocument();
  expect(backend.eventSearches).toHaveLength(0);
});

test("a trail that cannot be loaded says so and can be tried again", async () => {
  const backend = backendWith(anAuditEvent());
  backend.me = grace;
  backend.breakDown();
  const app = renderApp(address);
  expect(await screen.findByText("The audit trail could not be loaded")).toBeVisible();
  backend.recover();

  await app.user.click(screen.getByRole("button", { name: "Try again" }));

  expect(await screen.findByText(/changed the webhook/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Audit trail" })).toHaveAttribute("aria-current", "page");
});

test("what was done to a delivery leads to it, and an export names its webhook", async () => {
  const backend = new Backend();
  backend.webhooks = [aWebhook({ name: "Orders" })];
  backend.events = {
    items: [
      anAuditEvent({ id: "e1", action: "DELIVERY_REVEALED", targetId: "d1", targetName: "Orders" }),
      anAuditEvent({
        id: "e2",
        action: "DELIVERIES_EXPORTED",
        after: { webhookId: aWebhook().id },
      }),
    ],
    nextCursor: null,
  };
  const app = renderApp(address);

  expect(await screen.findByRole("link", { name: "Open the delivery" })).toHaveAttribute(
    "href",
    paths.delivery(northwind.organizationId, "d1"),
  );
  await app.user.click(screen.getByRole("button", { name: "Details" }));
  expect(await screen.findByText("Orders")).toBeVisible();
});
