import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse } from "msw";
import { afterEach, expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend, type Call } from "../../testing/backend";
import { cursorIn, marksIn, typeJson } from "../../testing/code-editor";
import { aConnection, northwind } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";
import { aSoundWebhook, webhookAnswers } from "../../testing/webhook-answers";

const { organizationId } = northwind;
const known = aSoundWebhook();
const address = (step = "preview") => paths.webhook(organizationId, known.id, step);
const webhooks = "/organizations/:organizationId/webhooks";

afterEach(() => localStorage.clear());

/** A backend that shows the member of a payload as the record. */
function aBackend() {
  const backend = new Backend();
  backend.connection = aConnection();
  backend.webhooks = [known];
  webhookAnswers(backend);
  backend.answers("post", `${webhooks}/preview`, ({ body }) => record(body.payload.memberId));
  return backend;
}

const record = (memberId: unknown) => ({
  violations: [],
  problems: [],
  record: [{ field: "PartyId", value: String(memberId) }],
});

const violated = {
  violations: [{ path: "/memberId", keyword: "type", message: "memberId must be text." }],
  problems: [],
  record: null,
};

const result = () => screen.findByLabelText("What would happen");
const sendButton = () => screen.getByRole("button", { name: "Send a test" });

test("the record follows what is typed, and the last one stays until the next is there", async () => {
  const backend = aBackend();
  renderApp(address());
  expect(await within(await result()).findByText("memberId")).toBeVisible();
  let answer: (response: Response) => void = () => undefined;
  let asked = 0;
  backend.answers("post", `${webhooks}/preview`, () => {
    asked += 1;
    return new Promise<Response>((resolve) => {
      answer = resolve;
    });
  });

  await typeJson("Sample payload", '{"memberId": "77"}');

  await waitFor(() => expect(asked).toBe(1));
  expect(within(await result()).getByText("memberId")).toBeVisible();
  answer(HttpResponse.json(record("77")));
  expect(await within(await result()).findByText("77")).toBeVisible();
  expect(within(await result()).queryByText("memberId")).not.toBeInTheDocument();
});

test("payload and schema are sent as typed: no digit is lost", async () => {
  const backend = aBackend();
  const bodies: string[] = [];
  const remember = async ({ request }: Call) => {
    bodies.push(await request.text());
    return HttpResponse.json(record(1));
  };
  backend.answers("post", `${webhooks}/preview`, remember);
  const app = renderApp(address("schema"));
  await typeJson(
    "JSON Schema",
    '{"properties": {"memberId": {"type": "integer", "maximum": 98765432109876543210}}}',
  );
  await app.user.click(await screen.findByText("Preview", { selector: "button *" }));

  await typeJson("Sample payload", '{"memberId": 12345678901234567890.10}');

  await waitFor(() =>
    expect(bodies.at(-1)).toContain('"payload":{"memberId": 12345678901234567890.10}'),
  );
  expect(bodies.at(-1)).toContain('"maximum": 98765432109876543210}');
});

test("a payload that is no JSON says where, and the last record stays", async () => {
  aBackend();
  const app = renderApp(address());
  await within(await result()).findByText("memberId");

  await typeJson("Sample payload", '{\n  "memberId": "77",\n}');

  expect(await screen.findByText("Nothing follows this comma: take it away.")).toBeVisible();
  expect(await marksIn("Sample payload")).toEqual([","]);
  expect(within(await result()).getByText("memberId")).toBeVisible();
  expect(
    screen.getByText("The payload is not JSON: the sender would be answered 400"),
  ).toBeVisible();
  expect(sendButton()).toBeDisabled();
  expect(sendButton()).toHaveAccessibleDescription(/The payload is not JSON\.$/);
  await app.user.click(screen.getByText("Line 2, column 19"));
  expect(await cursorIn("Sample payload")).toEqual({ line: 2, column: 19 });
});

test("violations are marked where they are, and no test can be sent", async () => {
  const backend = aBackend();
  backend.answers("post", `${webhooks}/preview`, () => violated);
  const app = renderApp(address());

  expect(await screen.findByText("memberId must be text.")).toBeVisible();
  expect(screen.getByText("It breaks the schema: the sender would be answered 400")).toBeVisible();
  await waitFor(async () => expect(await marksIn("Sample payload")).toEqual(['"memberId"']));
  expect(sendButton()).toBeDisabled();
  expect(sendButton()).toHaveAccessibleDescription(/does not go into a record as it is\.$/);
  await app.user.click(screen.getByText("memberId must be text."));
  expect(await cursorIn("Sample payload")).toEqual({ line: 2, column: 15 });
});

test("values that do not fit are told by their field, which can be gone to", async () => {
  const backend = aBackend();
  backend.answers("post", `${webhooks}/preview`, () => ({
    violations: [],
    problems: [{ field: "PartyId", message: "ID (PartyId) holds at most 10 characters." }],
    record: null,
  }));
  const app = renderApp(address());

  await app.user.click(await screen.findByText("ID (PartyId) holds at most 10 characters."));

  expect(app.address()).toBe(address("action"));
  await waitFor(() => expect(screen.getByLabelText("Value of ID")).toHaveFocus());
  expect(screen.getByLabelText("Value of ID")).toBeInvalid();
  expect(screen.getByText("ID (PartyId) holds at most 10 characters.")).toBeVisible();
});

test("a definition that is not complete leads to where it is mended", async () => {
  const backend = aBackend();
  backend.webhooks = [aSoundWebhook({ action: { type: "imis.activity", mapping: [] } })];
  const app = renderApp(address());
  const alert = within(await screen.findByRole("alert"));
  expect(alert.getByText(/Give Activity Type a value/)).toBeVisible();
  expect(sendButton()).toHaveAccessibleDescription(/Mend the steps before first\.$/);

  await app.user.click(alert.getByRole("button", { name: "Action, Activity Type" }));

  expect(await screen.findByLabelText("Value of Activity Type")).toHaveFocus();
  expect(backend.sent.filter(({ call }) => call.endsWith("/preview"))).toEqual([]);
});

test("each of several faults leads to its own field", async () => {
  const backend = aBackend();
  backend.webhooks = [aSoundWebhook({ action: { type: "imis.activity", mapping: [] } })];
  const app = renderApp(address());
  const alert = within(await screen.findByRole("alert"));

  await app.user.click(alert.getByRole("button", { name: "Action, ID" }));

  await waitFor(() => expect(screen.getByLabelText("Value of ID")).toHaveFocus());
});

test("a definition that the preview refuses is marked at its field", async () => {
  const backend = aBackend();
  backend.answers("post", `${webhooks}/preview`, () =>
    problem(422, "invalid-definition", "The webhook cannot be saved like this", {
      fields: { "action/mapping/1/value": "ID must be a number." },
    }),
  );
  const app = renderApp(address());
  const alert = within(await screen.findByRole("alert"));
  expect(screen.getByRole("button", { name: /Needs mending: ?Action/ })).toBeVisible();

  await app.user.click(alert.getByRole("button", { name: "Action, ID" }));

  await waitFor(() => expect(screen.getByLabelText("Value of ID")).toHaveFocus());
  expect(screen.getByLabelText("Value of ID")).toHaveAccessibleDescription(
    "ID must be a number. Text, up to 10 characters",
  );
});
