import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aDelivery, aDeliveryInFull, anAttempt, northwind } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";

const { organizationId } = northwind;
const address = paths.delivery(organizationId, aDelivery().id);

test("an attempt shows what was sent and what came back", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull({
    outcome: "FAILED",
    attempts: [
      anAttempt({
        outcome: "FAILED",
        reason: "RECORD_REFUSED",
        error: "iMIS refused the record.",
        responseStatus: 400,
        response: "not JSON at all",
      }),
    ],
  });
  renderApp(address);

  const attempt = await screen.findByRole("region", { name: "Attempt 1" });
  expect(attempt).toHaveTextContent("iMIS answered 400");
  expect(attempt).toHaveTextContent('"EntityTypeName": "Activity"');
  expect(attempt).toHaveTextContent("not JSON at all");
  expect(attempt).toHaveTextContent("70 ms");
});

test("the record that was sent is read as a table, and as JSON on demand", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull({
    attempts: [
      anAttempt({
        request:
          '{"EntityTypeName":"Activity","Properties":{"$values":[{"Name":"PartyId","Value":"101"},{"Name":"QUANTITY","Value":{"$type":"System.Decimal","$value":3.10}}]}}',
      }),
    ],
  });
  backend.answers("get", "/organizations/:organizationId/actions", () => ({
    items: [
      {
        type: "imis.activity",
        label: "Insert an activity",
        needsPanel: false,
        fieldsWithChoices: [],
        unavailableBecause: null,
        fields: [{ name: "PartyId", label: "ID", type: "TEXT", isRequired: true, help: null }],
      },
    ],
    nextCursor: null,
  }));
  const app = renderApp(address);

  const attempt = await screen.findByRole("region", { name: "Attempt 1" });
  expect(await within(attempt).findByText("ID")).toBeVisible();
  expect(
    within(attempt)
      .getAllByRole("term")
      .map(({ textContent }) => textContent),
  ).toEqual(["ID", "QUANTITY"]);
  expect(
    within(attempt)
      .getAllByRole("definition")
      .map(({ textContent }) => textContent),
  ).toEqual(["101", "3.10"]);

  await app.user.click(within(attempt).getByRole("button", { name: "Show as JSON" }));
  expect(attempt).toHaveTextContent('"Name": "PartyId"');
});

test("an attempt that failed to sign in does not claim that anything was sent or awaited", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull({
    outcome: "FAILED",
    reason: "CREDENTIALS_REFUSED",
    statusCode: 500,
    attempts: [
      anAttempt({
        outcome: "FAILED",
        reason: "CREDENTIALS_REFUSED",
        error: "iMIS refused the user name or password of the connection.",
        responseStatus: null,
        response: null,
        recordId: null,
      }),
    ],
  });
  renderApp(address);

  const attempt = await screen.findByRole("region", { name: "Attempt 1" });
  expect(attempt).toHaveTextContent("iMIS took no record: signing in failed");
  expect(within(attempt).getByText("Meant for iMIS, not sent")).toBeVisible();
  expect(attempt).not.toHaveTextContent(/gave no answer|Nothing came back|Sent to iMIS/);
  expect(screen.getByRole("region", { name: "Timeline" })).not.toHaveTextContent("gave no answer");
});

test("an attempt that waited in vain still says that iMIS gave no answer", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull({
    outcome: "UNKNOWN",
    reason: "NO_ANSWER",
    attempts: [
      anAttempt({ outcome: "UNKNOWN", reason: "NO_ANSWER", responseStatus: null, response: null }),
    ],
  });
  renderApp(address);

  const attempt = await screen.findByRole("region", { name: "Attempt 1" });
  expect(attempt).toHaveTextContent("iMIS gave no answer");
  expect(attempt.textContent?.match(/gave no answer/g)).toHaveLength(1);
  expect(attempt).toHaveTextContent(/^Attempt 1Unknownversion/);
  expect(within(attempt).getByText("Sent to iMIS")).toBeVisible();
  expect(within(attempt).getByText("Nothing came back.")).toBeVisible();
});

test("that iMIS knows no such contact is said in everyday words, beside its own", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull({
    outcome: "FAILED",
    reason: "RECORD_REFUSED",
    error: "iMIS refused the record: Value 1 of property PartyId does not exist.",
  });
  renderApp(address);

  expect(await screen.findByText(/^No contact in iMIS has the ID 1\./)).toBeVisible();
  expect(screen.getByText(/Value 1 of property PartyId does not exist/)).toBeVisible();
});

test("a replay that found the record does not say that iMIS gave no answer", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull({
    attempts: [
      anAttempt({
        outcome: "SUCCEEDED",
        isReplay: true,
        request: null,
        responseStatus: null,
        response: null,
      }),
    ],
  });
  renderApp(address);

  const attempt = await screen.findByRole("region", { name: "Attempt 1" });
  expect(attempt).toHaveTextContent("Found in iMIS, nothing was sent");
  expect(attempt).not.toHaveTextContent("gave no answer");
});

test.each(["CONTACT_AMBIGUOUS", "CONTACT_NOT_FOUND"] as const)(
  "an attempt that ended with looking for the contact (%s) does not say that iMIS was not asked",
  async (reason) => {
    const backend = new Backend();
    backend.delivery = aDeliveryInFull({
      attempts: [
        anAttempt({
          outcome: "FAILED",
          reason,
          request: null,
          responseStatus: null,
          response: null,
        }),
      ],
    });
    renderApp(address);

    const attempt = await screen.findByRole("region", { name: "Attempt 1" });
    expect(attempt).toHaveTextContent("No record was sent");
    expect(attempt).not.toHaveTextContent("not asked");
  },
);

test("a mask that nothing reveals is said to stand for what was not stored", async () => {
  const backend = new Backend();
  const attempts = [anAttempt({ response: '{"UF_1":"•••"}' })];
  backend.delivery = aDeliveryInFull({ attempts, leftOut: ["ssn"] });
  const { unmount } = renderApp(address);
  expect(await screen.findByText(/it was not kept, and cannot be revealed/)).toBeVisible();
  unmount();

  backend.delivery = aDeliveryInFull({ attempts, masked: ["email"] });
  renderApp(address);
  await screen.findByRole("region", { name: "Attempt 1" });
  expect(screen.queryByText(/cannot be revealed/)).not.toBeInTheDocument();
});

test("a delivery that waits shows why and when it is tried again, and cannot be replayed", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull({
    outcome: "QUEUED",
    statusCode: 202,
    finishedAt: null,
    nextAttemptAt: "2026-11-23T16:04:05.000Z",
    attempts: [
      anAttempt({
        outcome: "FAILED",
        reason: "UNAVAILABLE",
        error: "iMIS is not available right now.",
      }),
    ],
  });
  renderApp(address);

  const timeline = await screen.findByRole("region", { name: "Timeline" });
  const steps = within(timeline).getAllByRole("listitem");
  expect(steps.map((step) => step.textContent)).toEqual([
    expect.stringContaining("Received"),
    expect.stringContaining("Validated"),
    expect.stringContaining("answered 202 on receipt"),
    expect.stringContaining("iMIS is not available right now."),
    expect.stringContaining("Inlet tries again by itself"),
  ]);
  expect(steps[4]).toHaveTextContent(/^Next attempt.*\d{1,2}:04/);
  expect(timeline).not.toHaveTextContent("Under way");
});
