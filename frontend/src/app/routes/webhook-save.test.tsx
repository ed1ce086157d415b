import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { northwind } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";
import { aSoundWebhook, memberSchema } from "../../testing/webhook-answers";
import {
  address,
  anEditorBackend,
  button,
  heading,
  known,
  valueField,
  writeSchema,
} from "../../testing/webhook-editor";

const { organizationId } = northwind;
const put = `PUT /organizations/${organizationId}/webhooks/${known.id}`;

afterEach(() => localStorage.clear());

test("what somebody else saved meanwhile keeps the draft and can be saved over", async () => {
  const backend = anEditorBackend();
  const app = renderApp(address());
  await app.user.type(await screen.findByRole("textbox", { name: "Name" }), " (mine)");
  backend.webhooks = [aSoundWebhook({ revision: 6, version: 4, deadlineSeconds: 20 })];
  await app.user.click(button("Review and save"));
  await heading("Save");

  await app.user.click(button("Save"));

  expect(await screen.findByText("Somebody else saved this webhook in the meantime")).toBeVisible();
  expect(screen.getByText(/differ in: name, acknowledgement, retries or deadline/)).toBeVisible();
  await app.user.click(button("Keep mine, to save over theirs"));
  await app.user.click(button("Save"));

  expect(await screen.findByText("“Course completions (mine)” is saved.")).toBeVisible();
  expect(backend.lastSent(put)).toMatchObject({ revision: 6, deadlineSeconds: 10 });
});

test("what somebody else saved meanwhile can be loaded instead", async () => {
  const backend = anEditorBackend();
  const app = renderApp(address());
  await app.user.type(await screen.findByRole("textbox", { name: "Name" }), " (mine)");
  backend.webhooks = [aSoundWebhook({ revision: 6, name: "Theirs" })];
  await app.user.click(button("Review and save"));
  await heading("Save");
  await app.user.click(button("Save"));

  await app.user.click(await screen.findByRole("button", { name: "Load theirs, discard mine" }));

  await app.user.click(screen.getByRole("button", { name: /General$/ }));
  expect(await screen.findByRole("textbox", { name: "Name" })).toHaveValue("Theirs");
});

test("what a colleague paused meanwhile is saved without a conflict, and stays paused", async () => {
  const backend = anEditorBackend();
  const app = renderApp(address());
  await app.user.type(await screen.findByRole("textbox", { name: "Name" }), "!");
  backend.webhooks = [aSoundWebhook({ isPaused: true })];
  await app.user.click(button("Review and save"));
  await heading("Save");
  await app.user.click(button("Save"));

  await screen.findByText("“Course completions!” is saved.");
  expect(backend.lastSent(put)).not.toHaveProperty("isPaused");
  expect(backend.webhooks[0]).toMatchObject({ name: "Course completions!", isPaused: true });
});

test("what somebody else renamed meanwhile is not undone", async () => {
  const backend = anEditorBackend();
  const app = renderApp(address());
  await app.user.type(await screen.findByRole("textbox", { name: "Name" }), " (mine)");
  backend.webhooks = [aSoundWebhook({ revision: 6, name: "Theirs" })];
  await app.user.click(button("Review and save"));
  await heading("Save");
  await app.user.click(button("Save"));

  expect(await screen.findByText("Somebody else saved this webhook in the meantime")).toBeVisible();
  expect(screen.getByText(/differ in: name/)).toBeVisible();
  expect(backend.webhooks[0]?.name).toBe("Theirs");
});

test("the version history is a link away", async () => {
  anEditorBackend();
  renderApp(address());

  expect(await screen.findByRole("link", { name: "Version history" })).toHaveAttribute(
    "href",
    paths.webhookVersions(organizationId, known.id),
  );
});

test("a mapping that Inlet refuses leads to its field", async () => {
  const backend = anEditorBackend();
  backend.answers("put", "/organizations/:organizationId/webhooks/:webhookId", () =>
    problem(422, "invalid-definition", "The webhook cannot be saved like this", {
      fields: { "action/mapping/1/value": "ID takes at most 10 characters." },
    }),
  );
  const app = renderApp(address());
  await app.user.type(await screen.findByRole("textbox", { name: "Name" }), "!");
  await app.user.click(button("Review and save"));
  await heading("Save");

  await app.user.click(button("Save"));

  expect(await screen.findByText("ID takes at most 10 characters.")).toBeVisible();
  expect(app.address()).toBe(address("action"));
  await waitFor(async () => expect(await valueField("ID")).toHaveFocus());
});

test("a changed schema is tried on the last deliveries before it is saved", async () => {
  const backend = anEditorBackend();
  backend.answers("post", "/organizations/:organizationId/webhooks/:webhookId/rehearsal", () => ({
    checked: 100,
    rejectedThen: 0,
    rejectedNow: 8,
    newlyRejected: 8,
    newlyAccepted: 0,
    examples: [
      {
        deliveryId: "018f2222-0000-7000-8000-000000000001",
        receivedAt: "2026-11-23T15:04:05.000Z",
        outcome: "SUCCEEDED",
        violations: [{ path: "/memberId", keyword: "type", message: "memberId must be text." }],
      },
      ...[2, 3, 4, 5, 6].map((day) => ({
        deliveryId: `018f2222-0000-7000-8000-00000000000${day}`,
        receivedAt: `2026-11-1${day}T15:04:05.000Z`,
        outcome: "SUCCEEDED",
        violations: [{ path: "/course", keyword: "required", message: "course is missing." }],
      })),
    ],
  }));
  const app = renderApp(address("schema"));
  await heading("JSON Schema");

  await writeSchema({ ...memberSchema, required: ["memberId", "course"] });
  await app.user.click(await screen.findByRole("button", { name: "Review and save" }));

  expect(
    await screen.findByText("Of the last 100 deliveries, 8 that were accepted would be rejected."),
  ).toBeVisible();
  expect(screen.getByText("Why the newest 6 would be rejected:")).toBeVisible();
  const reasons = within(screen.getByRole("region", { name: "What it would have said" }));
  expect(reasons.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^5 deliveries: course is missing\.(Nov 1\d, [\d:]+){3}and 2 more$/),
    expect.stringMatching(/^1 delivery: memberId must be text\.Nov 23, [\d:]+$/),
  ]);
  expect(reasons.getByRole("link", { name: /Nov 23/ })).toHaveAttribute(
    "href",
    paths.delivery(organizationId, "018f2222-0000-7000-8000-000000000001"),
  );
  await waitFor(() => expect(button("Save")).toBeEnabled());
  await app.user.click(button("Save"));
  expect(await screen.findByText("“Course completions” is saved.")).toBeVisible();
});

test("a webhook that was saved is not saved once more while the list comes", async () => {
  const backend = anEditorBackend();
  const app = renderApp(address());
  await app.user.type(await screen.findByRole("textbox", { name: "Name" }), "!");
  await app.user.click(button("Review and save"));
  await heading("Save");

  const save = button("Save");
  await app.user.dblClick(save);
  fireEvent.click(save);

  expect(await screen.findByText("“Course completions!” is saved.")).toBeVisible();
  expect(backend.sent.filter(({ call }) => call === put)).toHaveLength(1);
});
