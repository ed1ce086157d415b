import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { aVersion, aWebhook, northwind } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";
import { address, aVersionedBackend, first, second, webhook } from "../../testing/webhook-versions";

const { organizationId } = northwind;

const restoreOf = (number: number) =>
  `POST /organizations/${organizationId}/webhooks/${webhook.id}/versions/${number}/restore`;

async function restore(app: ReturnType<typeof renderApp>) {
  await app.user.click(await screen.findByRole("button", { name: "Restore this version" }));
  const dialog = await screen.findByRole("dialog");
  await app.user.click(within(dialog).getByRole("button", { name: "Restore this version" }));
}

test("restoring asks, and sends no content: the backend has it", async () => {
  const backend = aVersionedBackend();
  const app = renderApp(address("?version=1"));
  await app.user.click(await screen.findByRole("button", { name: "Restore this version" }));

  const dialog = await screen.findByRole("dialog", { name: "Restore version 1?" });
  expect(dialog).toHaveTextContent("as version 4");
  await app.user.click(within(dialog).getByRole("button", { name: "Restore this version" }));

  expect(await screen.findByText("Version 1 handles the deliveries again.")).toBeVisible();
  expect(backend.lastSent(restoreOf(1))).toEqual({ revision: webhook.revision });
  await waitFor(() => expect(app.address()).toBe(address()));
  expect(await screen.findByRole("heading", { name: "Version 4" })).toBeVisible();
});

test("what an earlier schema would reject is told before it is restored", async () => {
  const backend = aVersionedBackend();
  backend.answers("post", "/organizations/:organizationId/webhooks/:webhookId/rehearsal", () => ({
    checked: 40,
    rejectedThen: 0,
    rejectedNow: 1,
    newlyRejected: 1,
    newlyAccepted: 0,
    examples: [
      {
        deliveryId: "018f2222-0000-7000-8000-000000000001",
        receivedAt: "2026-11-23T15:04:05.000Z",
        outcome: "SUCCEEDED",
        violations: [{ path: "/count", keyword: "false", message: "count is not expected here." }],
      },
    ],
  }));
  const app = renderApp(address("?version=1"));
  await app.user.click(await screen.findByRole("button", { name: "Restore this version" }));

  const dialog = within(await screen.findByRole("dialog", { name: "Restore version 1?" }));
  expect(
    await dialog.findByText("Of the last 40 deliveries, 1 that was accepted would be rejected."),
  ).toBeVisible();
  expect(dialog.getByText("You can restore it all the same.")).toBeVisible();
  expect(dialog.getByRole("listitem")).toHaveTextContent("1 delivery: count is not expected here.");
  expect(dialog.getByRole("link", { name: /Nov 23/ })).toHaveAttribute(
    "href",
    paths.delivery(organizationId, "018f2222-0000-7000-8000-000000000001"),
  );
  expect(
    backend.lastSent(`POST /organizations/${organizationId}/webhooks/${webhook.id}/rehearsal`),
  ).toEqual({ schema: first.schema, last: 100 });
  expect(backend.lastSent(restoreOf(1))).toBeUndefined();
});

test("a version with the schema of the current one is not tried", async () => {
  const backend = aVersionedBackend();
  backend.versions = [aVersion(), second];
  const app = renderApp(address("?version=2"));
  await restore(app);

  expect(await screen.findByText("Version 2 handles the deliveries again.")).toBeVisible();
  expect(backend.sent.map(({ call }) => call)).not.toContainEqual(
    expect.stringContaining("rehearsal"),
  );
});

test("restoring what is the same says that nothing was changed", async () => {
  const backend = aVersionedBackend();
  backend.webhooks = [
    aWebhook({
      schema: second.schema,
      action: second.action,
      deadlineSeconds: second.deadlineSeconds,
    }),
  ];
  const app = renderApp(address("?version=2"));
  await restore(app);

  expect(
    await screen.findByText(
      "Nothing was changed: version 3, the current one, says the same as version 2.",
    ),
  ).toBeVisible();
  expect(backend.versions).toHaveLength(3);
  expect(app.address()).toBe(address("?version=2"));
});

test("after a conflict it can be restored over what somebody else saved", async () => {
  const backend = aVersionedBackend();
  const app = renderApp(address("?version=1"));
  await screen.findByRole("button", { name: "Restore this version" });
  backend.webhooks = [aWebhook({ revision: 6, version: 4 })];
  backend.versions = [
    aVersion({ number: 4 }),
    ...backend.versions.map((each) => ({ ...each, isCurrent: false })),
  ];
  await restore(app);

  const dialog = screen.getByRole("dialog", { name: "Restore version 1?" });
  expect(await within(dialog).findByRole("alert")).toHaveTextContent(
    "version 4 handles the deliveries now",
  );
  expect(dialog).toHaveTextContent("as version 5");
  await app.user.click(within(dialog).getByRole("button", { name: "Restore this version" }));

  expect(await screen.findByText("Version 1 handles the deliveries again.")).toBeVisible();
  expect(backend.lastSent(restoreOf(1))).toEqual({ revision: 6 });
  expect(backend.webhooks[0]).toMatchObject({ version: 5, action: first.action });
});
