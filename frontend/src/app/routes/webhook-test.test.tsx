import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse } from "msw";
import { afterEach, expect, test } from "vitest";
import { northwind } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";
import { address, anEditorBackend, known } from "../../testing/webhook-editor";

const { organizationId } = northwind;
const webhooks = "/organizations/:organizationId/webhooks";

afterEach(() => localStorage.clear());

const succeeded = {
  violations: [],
  problems: [],
  result: {
    outcome: "SUCCEEDED",
    reason: null,
    error: null,
    recordId: "4711",
    request: '{"PartyId":"77"}',
    responseStatus: 201,
    response: '{"ok":true}',
    durationMs: 312,
  },
};

const result = () => screen.findByLabelText("What would happen");
const sendButton = () => screen.getByRole("button", { name: "Send a test" });

async function confirmTest(user: ReturnType<typeof renderApp>["user"]) {
  await waitFor(() => expect(sendButton()).toBeEnabled());
  await user.click(sendButton());
  const dialog = await screen.findByRole("dialog", { name: "Write a test record into iMIS?" });
  expect(dialog).toHaveTextContent("A real record is written into your organization’s iMIS");
  await user.click(within(dialog).getByText("Write the record"));
}

test("while a test runs its question stays, so that no second one is sent", async () => {
  const backend = anEditorBackend();
  let answer: (response: Response) => void = () => undefined;
  let asked = 0;
  backend.answers("post", `${webhooks}/test`, () => {
    asked += 1;
    return new Promise<Response>((resolve) => {
      answer = resolve;
    });
  });
  const { user } = renderApp(address("preview"));
  await confirmTest(user);
  await waitFor(() => expect(asked).toBe(1));

  await user.keyboard("{Escape}");

  const dialog = screen.getByRole("dialog", { name: "Write a test record into iMIS?" });
  expect(within(dialog).getByText("Cancel").closest("button")).toBeDisabled();
  expect(within(dialog).getByRole("button", { name: "Close" })).toBeDisabled();
  answer(HttpResponse.json(succeeded));
  expect(await screen.findByText("4711")).toBeVisible();
  await waitFor(() => expect(sendButton()).toHaveFocus());
  expect(asked).toBe(1);
});

test("a test writes a record once somebody confirmed it, and says what became of it", async () => {
  const backend = anEditorBackend();
  backend.answers("post", `${webhooks}/test`, () => succeeded);
  const { user } = renderApp(address("preview"));

  await confirmTest(user);

  const test = within(await screen.findByRole("article", { name: "Test" }));
  expect(test.getByText("Succeeded")).toBeVisible();
  expect(test.getByText("The record is in iMIS.")).toBeVisible();
  expect(test.getByText("4711")).toBeVisible();
  expect(test.getByText(/312 ms · iMIS answered 201/)).toBeVisible();
  await user.click(test.getByText("What was sent, and what iMIS answered"));
  expect(test.getByLabelText("Sent to iMIS")).toHaveTextContent('"PartyId": "77"');
  expect(test.getByLabelText("Answer of iMIS")).toHaveTextContent('"ok": true');
  expect(backend.lastSent(`POST /organizations/${organizationId}/webhooks/test`)).toEqual({
    deadlineSeconds: 10,
    schema: known.schema,
    action: known.action,
    payload: { memberId: "memberId", course: "course" },
  });
});

test("a test that failed says why", async () => {
  const backend = anEditorBackend();
  backend.answers("post", `${webhooks}/test`, () => ({
    ...succeeded,
    result: {
      ...succeeded.result,
      outcome: "FAILED",
      reason: "RECORD_REFUSED",
      error: "iMIS refused the record: ID is unknown.",
      recordId: null,
      responseStatus: 400,
    },
  }));
  const { user } = renderApp(address("preview"));

  await confirmTest(user);

  const test = within(await screen.findByRole("article", { name: "Test" }));
  expect(test.getByText("Failed")).toBeVisible();
  expect(test.getByText("iMIS refused the record: ID is unknown.")).toBeVisible();
  expect(test.queryByText("Record ID")).not.toBeInTheDocument();
});

test("a test that failed to sign in claims neither that iMIS was asked nor that it was silent", async () => {
  const backend = anEditorBackend();
  backend.answers("post", `${webhooks}/test`, () => ({
    ...succeeded,
    result: {
      ...succeeded.result,
      outcome: "FAILED",
      reason: "CREDENTIALS_REFUSED",
      error: "iMIS refused the user name or password.",
      recordId: null,
      responseStatus: null,
      response: null,
    },
  }));
  const { user } = renderApp(address("preview"));

  await confirmTest(user);

  const test = await screen.findByRole("article", { name: "Test" });
  expect(test).toHaveTextContent("iMIS took no record: signing in failed");
  expect(within(test).getByText("What would have been sent")).toBeVisible();
  expect(test).not.toHaveTextContent(/gave no answer|Nothing came back|what iMIS answered/);
});

test("a test that Inlet refuses leads to the step at fault", async () => {
  const backend = anEditorBackend();
  backend.answers("post", `${webhooks}/test`, () =>
    problem(422, "invalid-definition", "The webhook cannot be tested like this", {
      fields: { "action/mapping/1/value": "ID takes at most 10 characters." },
    }),
  );
  const app = renderApp(address("preview"));

  await confirmTest(app.user);

  expect(await screen.findByText("ID takes at most 10 characters.")).toBeVisible();
  expect(app.address()).toBe(address("action"));
  await waitFor(() => expect(screen.getByLabelText("Value of ID")).toHaveFocus());
});

test("a test without an answer says that the record may be there", async () => {
  const backend = anEditorBackend();
  backend.answers("post", `${webhooks}/test`, () =>
    problem(503, "unavailable", "Inlet cannot do this right now; try again in a moment"),
  );
  const { user } = renderApp(address("preview"));

  await confirmTest(user);

  expect(await screen.findByText(/the record may or may not be in iMIS/)).toBeVisible();
});

test("without a connection no test can be sent, and it says so", async () => {
  const backend = anEditorBackend();
  backend.connection = undefined;
  renderApp(address("preview"));
  await within(await result()).findByText("memberId");

  expect(sendButton()).toBeDisabled();
  expect(sendButton()).toHaveAccessibleDescription(/There is no connection to iMIS yet\.$/);
});
