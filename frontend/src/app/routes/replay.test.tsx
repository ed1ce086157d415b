import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { DeliveryDetail } from "../../api/schema";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aDeliveryInFull, anAttempt, aWebhook, graceAs, northwind } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const { organizationId } = northwind;
const failed = aDeliveryInFull({
  outcome: "FAILED",
  reason: "UNREACHABLE",
  statusCode: 500,
  recordId: null,
  attempts: [anAttempt({ outcome: "FAILED", reason: "UNREACHABLE", recordId: null })],
});
const unknown = aDeliveryInFull({ ...failed, outcome: "UNKNOWN", reason: "INTERRUPTED" });
const address = paths.delivery(organizationId, failed.id);
const call = `POST /organizations/${organizationId}/deliveries/${failed.id}/replay`;

function backendWith(delivery: DeliveryDetail, webhookVersion = delivery.version) {
  const backend = new Backend();
  backend.delivery = delivery;
  backend.webhooks = [aWebhook({ version: webhookVersion })];
  return backend;
}

function replayed(backend: Backend, after: DeliveryDetail | Response) {
  backend.answers("post", "/organizations/:organizationId/deliveries/:deliveryId/replay", () => {
    if (!(after instanceof Response)) {
      backend.delivery = after;
    }
    return after;
  });
}

async function openDialog(app: ReturnType<typeof renderApp>) {
  const button = await screen.findByRole("button", { name: "Replay" });
  await waitFor(() => expect(button).not.toHaveAttribute("aria-disabled"));
  await app.user.click(button);
  return screen.findByRole("dialog", { name: "Replay this delivery" });
}

test("a failed delivery is replayed, and the page shows what came of it and who asked", async () => {
  const backend = backendWith(failed);
  const second = anAttempt({ number: 2, isReplay: true, startedBy: "grace@northwind.example" });
  replayed(backend, {
    ...failed,
    outcome: "SUCCEEDED",
    reason: null,
    recordId: "20481",
    attempts: [...failed.attempts, second],
  });
  const app = renderApp(address);

  const dialog = await openDialog(app);
  expect(within(dialog).queryByRole("radio")).not.toBeInTheDocument();
  await app.user.click(within(dialog).getByRole("button", { name: "Replay" }));

  expect(await within(dialog).findByText("Record 20481")).toBeVisible();
  expect(backend.lastSent(call)).toEqual({ version: 3, isConfirmed: false });
  const done = within(dialog).getByRole("button", { name: "Done" });
  expect(done).toHaveFocus();
  await app.user.click(done);
  expect(await screen.findByRole("region", { name: "Attempt 2" })).toHaveTextContent(
    "Replay by grace@northwind.example",
  );
});

test("where the webhook changed since, the version is chosen", async () => {
  const backend = backendWith(failed, 5);
  replayed(backend, failed);
  const app = renderApp(address);

  const dialog = await openDialog(app);
  expect(
    await within(dialog).findByRole("radio", { name: "As the webhook is now (version 5)" }),
  ).toBeChecked();
  await app.user.click(within(dialog).getByRole("radio", { name: "As it was then (version 3)" }));
  await app.user.click(within(dialog).getByRole("button", { name: "Replay" }));

  await waitFor(() => expect(backend.lastSent(call)).toEqual({ version: 3, isConfirmed: false }));
});

test("the version that was offered is the one that runs, though a newer one was saved meanwhile", async () => {
  const backend = backendWith(failed, 5);
  replayed(backend, failed);
  const app = renderApp(address);
  const dialog = await openDialog(app);

  backend.webhooks = [aWebhook({ version: 6 })];
  await app.queryClient.refetchQueries({ queryKey: [organizationId, "webhooks"] });
  expect(within(dialog).getByRole("radio", { name: /\(version 5\)/ })).toBeChecked();
  await app.user.click(within(dialog).getByRole("button", { name: "Replay" }));

  await waitFor(() => expect(backend.lastSent(call)).toEqual({ version: 5, isConfirmed: false }));
});

test("nothing can be replayed while the webhook is not known, and the button says why", async () => {
  const backend = backendWith(failed);
  backend.answers("get", "/organizations/:organizationId/webhooks/:webhookId", () =>
    problem(403, "not-allowed", "Your role does not allow this"),
  );
  const app = renderApp(address);

  const button = await screen.findByRole("button", { name: "Replay" });
  await waitFor(() =>
    expect(button).toHaveAccessibleDescription(
      "The webhook could not be looked up. Load this page again.",
    ),
  );
  await app.user.click(button);
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  expect(backend.lastSent(call)).toBeUndefined();
});

test("what may be in iMIS is replayed only once that is confirmed", async () => {
  const backend = backendWith({ ...unknown, replayCaution: "UNCERTAIN" });
  replayed(backend, failed);
  const app = renderApp(address);

  const dialog = await openDialog(app);
  const send = within(dialog).getByRole("button", { name: "Replay" });
  await app.user.click(send);
  expect(await within(dialog).findByText("Confirm this to replay the delivery.")).toBeVisible();
  expect(backend.lastSent(call)).toBeUndefined();

  await app.user.click(within(dialog).getByRole("checkbox"));
  await app.user.click(send);
  await waitFor(() => expect(backend.lastSent(call)).toEqual({ version: 3, isConfirmed: true }));
});

test("what Inlet looks for first needs no confirmation, and it is said what comes of it", async () => {
  const backend = backendWith({ ...unknown, replayCaution: "LOOKS_FIRST" });
  replayed(backend, { ...failed, outcome: "SUCCEEDED", reason: null });
  const app = renderApp(address);

  const dialog = await openDialog(app);
  expect(within(dialog).getByText("Inlet looks for the record first")).toBeVisible();
  expect(within(dialog).queryByText("There may be a second record")).not.toBeInTheDocument();
  await app.user.click(within(dialog).getByRole("button", { name: "Replay" }));

  await waitFor(() => expect(backend.lastSent(call)).toEqual({ version: 3, isConfirmed: false }));
});

test("where Inlet could not look, the record can be written all the same", async () => {
  const backend = backendWith({ ...unknown, replayCaution: "LOOKS_FIRST" });
  replayed(backend, failed);
  const app = renderApp(address);

  const dialog = await openDialog(app);
  await app.user.click(
    within(dialog).getByRole("checkbox", { name: "Write it even if iMIS does not let Inlet look" }),
  );
  await app.user.click(within(dialog).getByRole("button", { name: "Replay" }));

  await waitFor(() => expect(backend.lastSent(call)).toEqual({ version: 3, isConfirmed: true }));
});

test("while it is too early to look, waiting is advised; once it is not, it is looked for", async () => {
  const backend = backendWith({ ...unknown, replayCaution: "TOO_EARLY" });
  const app = renderApp(address);

  const dialog = await openDialog(app);
  expect(within(dialog).getByText(/In a few minutes Inlet can look for it/)).toBeVisible();
  await app.user.click(within(dialog).getByRole("button", { name: "Cancel" }));
  backend.delivery = { ...unknown, replayCaution: "LOOKS_FIRST" };

  const later = await openDialog(app);
  expect(await within(later).findByText("Inlet looks for the record first")).toBeVisible();
});

test("what was written since the page was loaded has to be confirmed, too", async () => {
  const backend = backendWith(failed);
  replayed(backend, problem(409, "replay-not-confirmed", "The record may be written twice"));
  const app = renderApp(address);

  const dialog = await openDialog(app);
  await app.user.click(within(dialog).getByRole("button", { name: "Replay" }));

  expect(await within(dialog).findByRole("checkbox")).not.toBeChecked();
});

test("a replay that is refused tells what does not fit, and that nothing was sent", async () => {
  const backend = backendWith(failed);
  replayed(
    backend,
    problem(422, "replay-refused", "The body does not fit", {
      fields: { count: "“count” must be a whole number." },
    }),
  );
  const app = renderApp(address);

  const dialog = await openDialog(app);
  await app.user.click(within(dialog).getByRole("button", { name: "Replay" }));

  const alert = await within(dialog).findByRole("alert");
  expect(alert).toHaveTextContent("nothing was sent");
  expect(alert).toHaveTextContent("/count");
  expect(alert).toHaveTextContent("“count” must be a whole number.");
});

test("a delivery that is replayed by somebody else meanwhile is said to be", async () => {
  const backend = backendWith(failed);
  replayed(backend, problem(409, "conflict", "Somebody replayed this delivery just now."));
  const app = renderApp(address);

  const dialog = await openDialog(app);
  await app.user.click(within(dialog).getByRole("button", { name: "Replay" }));

  expect(await within(dialog).findByRole("alert")).toHaveTextContent("Somebody replayed");
});

test("a delivery under way cannot be replayed, and the button says why", async () => {
  backendWith({ ...failed, outcome: "RECEIVED", reason: null, finishedAt: null });
  const app = renderApp(address);

  const button = await screen.findByRole("button", { name: "Replay" });
  expect(button).toHaveAttribute("aria-disabled", "true");
  expect(button).toHaveAccessibleDescription("It is being worked on right now.");
  await app.user.click(button);
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

test("whoever only reads is offered no replay", async () => {
  const backend = backendWith(failed);
  backend.me = graceAs("VIEWER");
  renderApp(address);

  expect(await screen.findByRole("button", { name: "Copy as curl" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Replay" })).not.toBeInTheDocument();
});

test("copies a command that posts the body as it was received", async () => {
  backendWith({ ...failed, body: { ...failed.body, content: '{"a":"it\'s"}' } });
  const app = renderApp(address);
  const button = await screen.findByRole("button", { name: "Copy as curl" });
  await waitFor(() => expect(button).not.toHaveAttribute("aria-disabled"));

  await app.user.click(button);

  expect(await screen.findByText("Command for macOS and Linux copied")).toBeInTheDocument();
  const command = await navigator.clipboard.readText();
  expect(command).toContain(`curl -X POST '${aWebhook().url}'`);
  expect(command).toContain(`printf '%b' '{"a":"it\\0047s"}'`);
});

test("copies one for PowerShell, too", async () => {
  backendWith(failed);
  const app = renderApp(address);
  const menu = await screen.findByRole("button", { name: "Copy as a command for another system" });
  await waitFor(() => expect(menu).toBeEnabled());

  await app.user.click(menu);
  await app.user.click(await screen.findByRole("menuitem", { name: "PowerShell, for Windows" }));

  expect(await screen.findByText("Command for PowerShell copied")).toBeInTheDocument();
  expect(await navigator.clipboard.readText()).toMatch(/^Invoke-WebRequest /);
});

test("a deleted webhook has no command to copy and nothing to replay", async () => {
  backendWith(failed).webhooks = [];
  renderApp(address);

  const copy = await screen.findByRole("button", { name: "Copy as curl" });
  await waitFor(() =>
    expect(copy).toHaveAccessibleDescription(
      "The webhook was deleted, so its URL takes nothing any more.",
    ),
  );
  expect(screen.getByRole("button", { name: "Replay" })).toHaveAccessibleDescription(
    "The webhook was deleted, so there is no action to run.",
  );
});
