import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aDeliveryInFull, anAttempt, aWebhook, graceAs, northwind } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const { organizationId } = northwind;
const whole = aDeliveryInFull({
  body: { encoding: "utf-8", content: '{"ssn":"123-45-6789"}', isPartial: false },
});
const masked = aDeliveryInFull({
  body: { encoding: "utf-8", content: '{"ssn":"•••"}', isPartial: false },
  masked: ["ssn"],
});
const call = `POST /organizations/${organizationId}/deliveries/${masked.id}/reveal`;
const address = paths.delivery(organizationId, masked.id);

function aBackend(delivery = masked) {
  const backend = new Backend();
  backend.delivery = delivery;
  backend.webhooks = [aWebhook({ version: delivery.version })];
  backend.answers(
    "post",
    "/organizations/:organizationId/deliveries/:deliveryId/reveal",
    () => whole,
  );
  return backend;
}

test("what is masked is revealed once that is confirmed, and only on this page", async () => {
  const backend = aBackend();
  const app = renderApp(address);
  expect(await screen.findByText("Masked here: ssn.")).toBeVisible();
  expect(await screen.findByRole("group", { name: "Body" })).toHaveTextContent('"ssn": "•••"');

  await app.user.click(screen.getByRole("button", { name: "Reveal" }));
  const dialog = await screen.findByRole("dialog", { name: "Reveal what is masked?" });
  expect(dialog).toHaveTextContent("The audit trail tells that you looked at it");
  expect(backend.sent.map(({ call }) => call)).not.toContain(call);
  await app.user.click(within(dialog).getByRole("button", { name: "Reveal" }));

  await waitFor(() =>
    expect(screen.getByRole("group", { name: "Body" })).toHaveTextContent("123-45-6789"),
  );
  expect(screen.queryByText("Masked here: ssn.")).not.toBeInTheDocument();
  expect(
    JSON.stringify(
      app.queryClient
        .getQueryCache()
        .getAll()
        .map(({ state }) => state),
    ),
  ).not.toContain("123-45-6789");
});

test("whoever may not reveal is told who can", async () => {
  const backend = aBackend();
  backend.me = graceAs("EDITOR");
  renderApp(address);

  expect(await screen.findByText(/Admins and owners/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Reveal" })).not.toBeInTheDocument();
});

test("no command is made of masks, and none of a body that is not what came", async () => {
  aBackend();
  const { unmount } = renderApp(address);
  expect(await screen.findByRole("button", { name: "Copy as curl" })).toHaveAccessibleDescription(
    "Reveal the masked properties first: the command would send the masks.",
  );
  unmount();

  aBackend(aDeliveryInFull({ leftOut: ["ssn"] }));
  renderApp(address);
  expect(await screen.findByRole("button", { name: "Copy as curl" })).toHaveAccessibleDescription(
    "The body was not stored as it came.",
  );
});

test("a delivery says what was left out, and that nothing of its body was stored", async () => {
  aBackend(aDeliveryInFull({ leftOut: ["ssn", "card"] }));
  const { unmount } = renderApp(address);
  expect(await screen.findByText(/never stores it: ssn, card\./)).toBeVisible();
  unmount();

  aBackend(
    aDeliveryInFull({
      body: { encoding: "utf-8", content: "", isPartial: false },
      isBodyWithheld: true,
    }),
  );
  renderApp(address);
  expect(await screen.findByText(/^Nothing of the body was stored/)).toBeVisible();
  expect(screen.queryByText("The body was empty.")).not.toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Replay" })).toHaveAccessibleDescription(
    "The body was not stored, so it cannot be replayed.",
  );
});

test("a record with values missing is written only once that is confirmed", async () => {
  const backend = aBackend(
    aDeliveryInFull({
      outcome: "FAILED",
      reason: "UNREACHABLE",
      leftOut: ["ssn"],
      attempts: [anAttempt({ outcome: "FAILED", reason: "UNREACHABLE" })],
    }),
  );
  backend.answers(
    "post",
    "/organizations/:organizationId/deliveries/:deliveryId/replay",
    ({ body }) =>
      body.isIncompleteConfirmed
        ? aDeliveryInFull({
            leftOut: ["ssn"],
            attempts: [anAttempt({ number: 2, isReplay: true })],
          })
        : problem(409, "replay-incomplete", "Values are missing", {
            fields: { ssn: '"UF_1" lacks "ssn", which was left out, as it is never stored.' },
          }),
  );
  const app = renderApp(address);
  const button = await screen.findByRole("button", { name: "Replay" });
  await waitFor(() => expect(button).not.toHaveAttribute("aria-disabled"));
  await app.user.click(button);
  const dialog = await screen.findByRole("dialog", { name: "Replay this delivery" });
  expect(dialog).toHaveTextContent("Never stored, and so not there to be sent again: ssn.");

  await app.user.click(within(dialog).getByRole("button", { name: "Replay" }));
  expect(await within(dialog).findByText(/"UF_1" lacks "ssn"/)).toBeVisible();
  await app.user.click(within(dialog).getByRole("button", { name: "Replay" }));
  expect(await within(dialog).findByText("Confirm this to replay the delivery.")).toBeVisible();
  await app.user.click(within(dialog).getByLabelText("Write the record without these values"));
  await app.user.click(within(dialog).getByRole("button", { name: "Replay" }));

  expect(await within(dialog).findByText("Done")).toBeVisible();
  expect(backend.sent.at(-1)?.body).toEqual({
    version: 3,
    isConfirmed: false,
    isIncompleteConfirmed: true,
  });
});

test.each([
  [{ bodyBytes: 0, isBodyWithheld: true }, /nothing of the body is stored/, "Nothing"],
  [{ bodyBytes: 120, leftOut: ["ssn"] }, /120 B of the body are stored/, "120 B"],
])("a size is told as what is stored, not as what came", async (changes, told, size) => {
  aBackend(aDeliveryInFull(changes));
  renderApp(address);

  expect(await screen.findByText(told)).toBeVisible();
  const facts = screen.getByRole("complementary", { name: "Facts" });
  expect(facts).toHaveTextContent(`Body stored${size}`);
});

test("what turns text around is shown, and does not turn it", async () => {
  const content = '{"file":"admin\u202egpj.exe"}';
  aBackend(aDeliveryInFull({ body: { encoding: "utf-8", content, isPartial: false } }));
  renderApp(address);

  expect(await screen.findByRole("group", { name: "Body" })).toHaveTextContent(
    "admin\\u202egpj.exe",
  );
});
