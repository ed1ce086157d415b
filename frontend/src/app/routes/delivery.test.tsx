import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aDelivery, aDeliveryInFull, anAttempt, northwind } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";

const { organizationId } = northwind;
const address = paths.delivery(organizationId, aDelivery().id);

test("a rejected delivery lists every violation", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull({
    outcome: "REJECTED",
    reason: "SCHEMA_VIOLATED",
    statusCode: 400,
    violations: [
      { path: "/count", keyword: "type", message: "“count” must be a whole number." },
      { path: "/email", keyword: "required", message: "“email” is missing." },
    ],
  });
  renderApp(address);

  const section = await screen.findByRole("region", { name: "Why it was rejected" });
  expect(within(section).getAllByRole("listitem")).toHaveLength(2);
  expect(section).toHaveTextContent("/count");
  expect(section).toHaveTextContent("“email” is missing.");
});

test("a violation leads to the line that it is about, and the line back to it", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull({
    outcome: "REJECTED",
    reason: "SCHEMA_VIOLATED",
    violations: [
      { path: "/count", keyword: "type", message: "“count” must be text." },
      { path: "/email", keyword: "required", message: "“email” is missing." },
    ],
  });
  const app = renderApp(address);

  const body = await screen.findByRole("group", { name: "Body" });
  expect(body?.textContent).toBe('{\n  "memberId": "101",\n  "count": 3\n}');

  await app.user.click(screen.getByText("As received"));
  await app.user.click(screen.getByRole("button", { name: "Show line 3 in the body" }));
  expect(document.activeElement).toHaveAccessibleName("1: “count” must be text.");
  expect(document.activeElement?.closest("[data-marked]")).toHaveTextContent('"count": 3');
  expect(screen.getAllByText("“count” must be text.")).toHaveLength(1);

  await app.user.keyboard("{Enter}");
  expect(screen.getByRole("button", { name: "Show line 3 in the body" })).toHaveFocus();
});

test("what its sender was told stays in the timeline after a replay wrote the record", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull({
    outcome: "SUCCEEDED",
    statusCode: 400,
    firstOutcome: "REJECTED",
    firstReason: "SCHEMA_VIOLATED",
    violations: [{ path: "/count", keyword: "type", message: "“count” must be text." }],
    attempts: [anAttempt({ version: 4, isReplay: true, startedBy: "grace@northwind.example" })],
  });
  renderApp(address);

  const steps = within(await screen.findByRole("region", { name: "Timeline" })).getAllByRole(
    "listitem",
  );
  expect(steps[1]).toHaveTextContent("The body breaks the schema of version 3 in 1 place.");
  expect(steps[2]).toHaveTextContent("The sender was answered 400.");
  expect(steps[3]).toHaveTextContent("Attempt 1");
});

test("what the sender was told is there to the word", async () => {
  new Backend().delivery = aDeliveryInFull({
    outcome: "FAILED",
    answer: { success: false, error: "iMIS said no." },
  });
  renderApp(address);

  const answer = await screen.findByRole("region", { name: "Answer to the sender" });

  expect(answer).toHaveTextContent('"success": false');
  expect(answer).toHaveTextContent('"error": "iMIS said no."');
});

test("a body that is not JSON is marked where it stops being JSON", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull({
    outcome: "REJECTED",
    reason: "NOT_JSON",
    body: { encoding: "utf-8", content: '{\n  "a": oops\n}', isPartial: false },
    violations: [
      {
        path: "",
        keyword: "json",
        message: "The body is not valid JSON at line 2, column 8: This is no value.",
      },
    ],
  });
  renderApp(address);

  const body = await screen.findByRole("group", { name: "Body" });
  expect(body?.querySelector("mark")).toHaveTextContent("o");
  expect(body?.querySelector("[data-marked]")).toHaveTextContent('"a": oops');
  expect(screen.getByRole("button", { name: "Show line 2 in the body" })).toBeVisible();
});

test("the timeline tells what the time went to, and nothing of what did not happen", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull({
    validationMs: 12,
    attempts: [
      anAttempt({
        durations: { queuedMs: 2000, waitedMs: 1200, signInMs: null, callsMs: 300 },
        startedAt: "2026-11-23T15:04:07.000Z",
        finishedAt: "2026-11-23T15:04:08.600Z",
      }),
    ],
  });
  renderApp(address);

  const timeline = await screen.findByRole("region", { name: "Timeline" });
  const [, validated, attempt] = within(timeline).getAllByRole("listitem");
  expect(validated).toHaveTextContent("took 12 ms");
  expect(attempt).toHaveTextContent(
    "waited 2.0 s in the queue · took 1.6 s · 1.2 s waiting for its turn · 300 ms until iMIS answered",
  );
  expect(attempt).not.toHaveTextContent("signing in");
});

test("a delivery from before such times were kept tells none", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull({
    validationMs: null,
    attempts: [
      anAttempt({ durations: { queuedMs: null, waitedMs: null, signInMs: null, callsMs: null } }),
    ],
  });
  renderApp(address);

  const timeline = await screen.findByRole("region", { name: "Timeline" });
  const [, validated, attempt] = within(timeline).getAllByRole("listitem");
  expect(validated).not.toHaveTextContent("took");
  expect(attempt).toHaveTextContent(/took 70 ms$/);
});

test("the timeline tells how it went, in the order in which it did", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull({
    attempts: [
      anAttempt({ outcome: "FAILED", error: "iMIS refused the record.", responseStatus: 400 }),
      anAttempt({ number: 2, version: 4, isReplay: true, startedBy: "Otto Lind" }),
    ],
    statusCode: 500,
  });
  renderApp(address);

  const timeline = await screen.findByRole("region", { name: "Timeline" });
  expect(
    within(timeline)
      .getAllByRole("listitem")
      .map((step) => step.textContent),
  ).toEqual([
    expect.stringMatching(/^Received.*27 B.*from 203\.0\.113\.24/),
    expect.stringMatching(/^Validated.*version 3/),
    expect.stringMatching(/^Attempt 1Failed\+ 10 msiMIS refused the record\..*took 70 ms/),
    expect.stringMatching(/^Answered\+ 84 msThe sender was answered 500/),
    expect.stringMatching(/^Attempt 2Succeeded.*Replay by Otto Lind.*version 4/),
  ]);
});

test("the version that handled it is one click away", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull({ attempts: [anAttempt({ version: 4 })] });
  renderApp(address);

  const facts = await screen.findByRole("complementary", { name: "Facts" });
  expect(
    within(facts).getByRole("link", { name: "Open version 3 of the webhook" }),
  ).toHaveAttribute(
    "href",
    paths.webhookVersions(organizationId, aDelivery().webhookId, "?version=3"),
  );
  expect(screen.getByRole("link", { name: "Open version 4 of the webhook" })).toBeVisible();
});

test("a delivery under way is shown as soon as its outcome is known", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull({ outcome: "RECEIVED", finishedAt: null, statusCode: null });
  renderApp(address);
  expect(
    await screen.findByText("This page shows the outcome as soon as it is known."),
  ).toBeVisible();

  backend.delivery = aDeliveryInFull();

  expect(await screen.findByText("The sender was answered 200.")).toBeVisible();
});

test("the body is shown formatted, and as it was received on demand", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull();
  const app = renderApp(address);
  const find = () => screen.findByRole("group", { name: "Body" });
  expect((await find())?.textContent).toBe('{\n  "memberId": "101",\n  "count": 3\n}');

  await app.user.click(screen.getByText("As received"));

  expect((await find())?.textContent).toBe('{"memberId":"101","count":3}');
});

test("a row leads to its delivery and back to the same filters", async () => {
  const backend = new Backend().lists(aDelivery());
  backend.delivery = aDeliveryInFull();
  const app = renderApp(`${paths.deliveries(organizationId)}?q=101`);

  await app.user.click(await screen.findByRole("link", { name: /^Delivery of/ }));
  expect(await screen.findByText("Delivery ID")).toBeVisible();
  expect(app.address()).toBe(address);

  await app.user.click(within(screen.getByRole("main")).getByRole("link", { name: "Deliveries" }));
  expect(app.address()).toBe(`${paths.deliveries(organizationId)}?q=101`);
});

test("a delivery that is not there is said to be missing", async () => {
  new Backend();
  renderApp(address);

  expect(await screen.findByRole("heading", { name: "There is no such delivery" })).toBeVisible();
});

test("a delivery that was sent again leads to the one that came first", async () => {
  const backend = new Backend();
  const first = "018f2222-0000-7000-8000-00000000f175";
  backend.delivery = aDeliveryInFull({ outcome: "DUPLICATE", duplicateOf: first });
  renderApp(address);

  expect(await screen.findByRole("link", { name: "the delivery that came first" })).toHaveAttribute(
    "href",
    paths.delivery(organizationId, first),
  );
});
