import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { AlertAnswers, anAlertRule, anEndpoint, anIncident } from "../../testing/alert-answers";
import { Backend } from "../../testing/backend";
import { aMember, aWebhook, graceAs, northwind } from "../../testing/fixtures";
import { invalid } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const address = paths.alerts(northwind.organizationId);
const alerts = `/organizations/${northwind.organizationId}/alerts`;

test("tells what fails now and what did", async () => {
  const answers = new AlertAnswers(new Backend());
  answers.incidents = [
    anIncident({ toldAt: null }),
    anIncident({
      id: "i2",
      kind: "FAILURE_RATE",
      failed: 12,
      counted: 20,
      periodMinutes: 60,
      closedAt: "2026-11-23T16:00:00Z",
      isRecovered: true,
      mailsLeftOut: 3,
    }),
    anIncident({
      id: "i3",
      kind: "NO_DELIVERIES",
      webhookName: null,
      periodMinutes: 2880,
      closedAt: "2026-11-22T16:00:00Z",
      isRecovered: false,
    }),
  ];
  renderApp(address);

  const open = (await screen.findByText(/5 deliveries in a row failed/)).closest("tr");
  expect(open).toHaveTextContent("“Course completions”");
  expect(within(open as HTMLElement).getByRole("link")).toHaveAttribute(
    "href",
    paths.deliveries(
      northwind.organizationId,
      "?webhook=018f2222-0000-7000-8000-000000000001&from=2026-11-22T15%3A04%3A00.000Z",
    ),
  );
  expect(open).toHaveTextContent("Fails now");
  expect(open).toHaveTextContent("Nobody was told yet");
  const over = screen.getByText(/12 of 20 deliveries within 1 hour failed/).closest("tr");
  expect(over).toHaveTextContent("Works again");
  expect(over).toHaveTextContent("3 e-mails about it were not sent");
  expect(open).not.toHaveTextContent("not sent");
  const dropped = screen.getByText(/nothing was received for 2 days/).closest("tr");
  expect(dropped).toHaveTextContent("All webhooks");
  expect(dropped).toHaveTextContent("No longer watched");
});

test("tells in plain words what is told, and to whom", async () => {
  const backend = new Backend();
  backend.webhooks = [aWebhook({ id: "w1", name: "Orders" })];
  backend.members = [aMember({ userId: "u1", name: "Vera" })];
  const answers = new AlertAnswers(backend);
  answers.rules = [
    anAlertRule(),
    anAlertRule({
      id: "r2",
      kind: "FAILURE_STREAK",
      webhookId: "w1",
      deliveries: 5,
      tellsAdministrators: false,
      members: ["u1", "u2"],
    }),
    anAlertRule({ id: "r3", kind: "NO_DELIVERIES", periodMinutes: 1440, isOn: false }),
  ];
  renderApp(address);

  expect(await screen.findByText("iMIS refuses the user name or password")).toBeVisible();
  expect(screen.getAllByText("E-mail to owners and admins")[0]).toBeVisible();
  const streak = (await screen.findByText("5 deliveries in a row to “Orders” fail")).closest("li");
  await waitFor(() => expect(streak).toHaveTextContent("E-mail to Vera, a former member"));
  const silence = screen.getByText("Nothing is received by any webhook for 24 hours").closest("li");
  expect(silence).toHaveTextContent("Off");
});

test("an alert is added", async () => {
  const backend = new Backend();
  backend.webhooks = [aWebhook({ id: "w1", name: "Orders" })];
  new AlertAnswers(backend);
  const app = renderApp(address);
  await app.user.click(await screen.findByRole("button", { name: "Add alert" }));
  const dialog = await screen.findByRole("dialog", { name: "Add an alert" });

  await app.user.selectOptions(within(dialog).getByLabelText("Tell when"), "Many deliveries fail");
  await app.user.selectOptions(within(dialog).getByLabelText("Webhook"), "Orders");
  const percent = within(dialog).getByLabelText("Percent that fail");
  await app.user.clear(percent);
  await app.user.type(percent, "0");
  await app.user.click(within(dialog).getByRole("button", { name: "Save" }));
  expect(await within(dialog).findByText("Give a number from 1 to 100.")).toBeVisible();
  await app.user.clear(percent);
  await app.user.type(percent, "30");
  await app.user.click(within(dialog).getByRole("button", { name: "Save" }));

  expect(
    await screen.findByText("30% or more of the deliveries to “Orders” fail within 1 hour"),
  ).toBeVisible();
  expect(backend.lastSent(`POST ${alerts}/rules`)).toEqual({
    kind: "FAILURE_RATE",
    webhookId: "w1",
    isOn: true,
    deliveries: 10,
    percent: 30,
    periodMinutes: 60,
    countsRejected: false,
    tellsAdministrators: true,
    members: [],
  });
});

test("the first alert can be turned off and deleted", async () => {
  const backend = new Backend();
  new AlertAnswers(backend);
  const app = renderApp(address);
  const name = "iMIS refuses the user name or password";

  await app.user.click(await screen.findByRole("switch", { name: `Tell: ${name}` }));
  await waitFor(() => expect(screen.getByText(name).closest("li")).toHaveTextContent("Off"));
  expect(backend.lastSent(`PUT ${alerts}/rules/rule-1`)).toMatchObject({ isOn: false });

  await app.user.click(screen.getByRole("button", { name: `Delete: ${name}` }));
  const dialog = await screen.findByRole("dialog", { name: "Delete this alert?" });
  await app.user.click(within(dialog).getByRole("button", { name: "Delete" }));
  expect(await screen.findByText("Nobody is told of anything.")).toBeVisible();
});

test("the secret of an address is shown once", async () => {
  const backend = new Backend();
  new AlertAnswers(backend);
  const app = renderApp(address);
  await app.user.click(await screen.findByRole("button", { name: "Add address" }));
  const dialog = await screen.findByRole("dialog", { name: "Add an address" });
  await app.user.type(within(dialog).getByLabelText("Address"), "https://chat.example/x{Enter}");

  const made = await screen.findByRole("dialog", { name: "Copy the secret now" });
  expect(within(made).getByText("whsec_first")).toBeVisible();
  await app.user.click(within(made).getByRole("button", { name: "I have stored it" }));
  expect(await screen.findByText("https://chat.example/x")).toBeVisible();
  expect(screen.queryByText("whsec_first")).not.toBeInTheDocument();

  await app.user.click(screen.getByRole("button", { name: "New secret for chat.example" }));
  const question = await screen.findByRole("dialog", { name: "Make a new secret?" });
  await app.user.click(within(question).getByRole("button", { name: "Make it" }));
  expect(await screen.findByText("whsec_second")).toBeVisible();
});

test("what is wrong with an address is shown at its field", async () => {
  const backend = new Backend();
  new AlertAnswers(backend);
  backend.answers("post", "/organizations/:organizationId/alerts/endpoints", () =>
    invalid({ url: "The address must begin with https://." }),
  );
  const app = renderApp(address);
  await app.user.click(await screen.findByRole("button", { name: "Add address" }));
  const dialog = await screen.findByRole("dialog");
  await app.user.type(within(dialog).getByLabelText("Address"), "ftp://x{Enter}");

  expect(await within(dialog).findByText("The address must begin with https://.")).toBeVisible();
});

test("a test tells what became of it", async () => {
  const backend = new Backend();
  const answers = new AlertAnswers(backend);
  answers.endpoints = [
    anEndpoint(),
    anEndpoint({
      id: "e2",
      url: "https://gone.example/",
      disabledAt: "2026-11-23T15:04:00Z",
      disabledBecause: "GONE",
    }),
  ];
  let failure: string | null = "REFUSED";
  backend.answers("post", "/organizations/:organizationId/alerts/endpoints/:id/test", () => ({
    failure,
    statusCode: failure === null ? 204 : 500,
  }));
  const app = renderApp(address);
  const test = await screen.findByRole("button", {
    name: "Send a test to alerts.northwind.example",
  });
  expect(screen.getByRole("button", { name: "Send a test to gone.example" })).toBeDisabled();

  await app.user.click(test);
  expect(
    await screen.findByText("The test was not taken: it was not answered with success (500)."),
  ).toBeVisible();
  failure = null;
  await app.user.click(test);
  expect(await screen.findByText("The test was taken.")).toBeVisible();

  await app.user.click(screen.getByRole("button", { name: "Switch on: gone.example" }));
  expect(await screen.findByRole("button", { name: "Switch off: gone.example" })).toBeVisible();
});

test("shows what an address was sent and what became of it", async () => {
  const backend = new Backend();
  const answers = new AlertAnswers(backend);
  answers.endpoints = [anEndpoint()];
  const message = {
    id: "m1",
    type: "alert.opened",
    summary: 'Webhook "Orders": 5 deliveries in a row failed.',
    createdAt: "2026-11-23T15:04:00Z",
    nextAttemptAt: null,
    attempts: 1,
    attemptedAt: "2026-11-23T15:04:00Z",
    deliveredAt: "2026-11-23T15:04:00Z",
    statusCode: 204,
    failure: null,
  };
  backend.answers("get", "/organizations/:organizationId/alerts/endpoints/:id/messages", () => ({
    items: [
      message,
      {
        ...message,
        ...{ id: "m2", type: "alert.closed", attempts: 3, deliveredAt: null },
        summary: 'Webhook "Orders": deliveries succeed again.',
        ...{ failure: "UNREACHABLE", statusCode: null, nextAttemptAt: "2026-11-23T15:10:00Z" },
      },
    ],
    nextCursor: null,
  }));
  const app = renderApp(address);

  await app.user.click(
    await screen.findByRole("button", { name: "Messages to alerts.northwind.example" }),
  );

  const dialog = await screen.findByRole("dialog", {
    name: "What alerts.northwind.example was sent",
  });
  const taken = (await within(dialog).findByText(/Orders.*in a row failed/)).closest("li");
  expect(taken).toHaveTextContent("Taken");
  const waiting = within(dialog)
    .getByText(/Orders.*succeed again/)
    .closest("li");
  expect(waiting).toHaveTextContent("Tried again later");
  expect(waiting).toHaveTextContent("attempt 3: nothing answers at this address.");
});

test("a viewer sees what is told, changes nothing and is shown no address", async () => {
  const backend = new Backend();
  backend.me = graceAs("VIEWER");
  const answers = new AlertAnswers(backend);
  answers.incidents = [anIncident()];
  renderApp(address);

  expect(await screen.findByText("iMIS refuses the user name or password")).toBeVisible();
  expect(await screen.findByText("Fails now")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Add alert" })).not.toBeInTheDocument();
  expect(screen.queryByRole("switch")).not.toBeInTheDocument();
  expect(screen.queryByText("Tell a program, too")).not.toBeInTheDocument();
});

test("nobody is said to get an e-mail where none is sent", async () => {
  const answers = new AlertAnswers(new Backend());
  answers.rules = [anAlertRule({ sendsMails: false })];
  renderApp(address);

  expect(await screen.findByText("No e-mail")).toBeVisible();
  expect(screen.queryByText(/E-mail to/)).not.toBeInTheDocument();
});

test("of a rule that counts them, rejected deliveries are not said to have failed", async () => {
  const answers = new AlertAnswers(new Backend());
  answers.rules = [anAlertRule({ kind: "FAILURE_RATE", countsRejected: true })];
  answers.incidents = [
    anIncident({ kind: "FAILURE_RATE", failed: 44, counted: 140, periodMinutes: 60 }),
  ];
  renderApp(address);

  expect(
    await screen.findByText(/44 of 140 deliveries within 1 hour failed or were rejected/),
  ).toBeVisible();
});

test("a rule that counts rejected deliveries says so, listed and while it is made", async () => {
  const answers = new AlertAnswers(new Backend());
  const counting = { webhookId: null, countsRejected: true };
  answers.rules = [
    anAlertRule({ ...counting, id: "r1", kind: "FAILURE_STREAK", deliveries: 1 }),
    anAlertRule({ ...counting, id: "r2", kind: "FAILURE_STREAK", deliveries: 5 }),
    anAlertRule({
      ...counting,
      ...{ id: "r3", kind: "FAILURE_RATE", percent: 50, deliveries: 10, periodMinutes: 60 },
    }),
  ];
  const app = renderApp(address);

  expect(await screen.findByText("1 delivery to any webhook fails or is rejected")).toBeVisible();
  expect(
    screen.getByText("5 deliveries in a row to any webhook fail or are rejected"),
  ).toBeVisible();
  const rate = "50% or more of the deliveries to any webhook fail or are rejected within 1 hour";
  await app.user.click(screen.getByRole("button", { name: `Edit: ${rate}` }));
  expect(await screen.findByLabelText("Percent that fail or are rejected")).toHaveValue("50");
  await app.user.click(screen.getByLabelText("Count rejected deliveries, too"));
  expect(screen.getByLabelText("Percent that fail")).toHaveValue("50");
});
