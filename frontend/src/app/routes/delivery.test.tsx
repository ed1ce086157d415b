import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aDelivery, aDeliveryInFull, northwind } from "../../testing/fixtures";
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

test("the body is shown formatted, and as it was received on demand", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull();
  const app = renderApp(address);
  const find = () => screen.findByRole("group", { name: "Body" });
  expect((await find())?.textContent).toBe('{\n  "memberId": "101",\n  "count": 3\n}');

  await app.user.click(screen.getByText("As received"));

  expect((await find())?.textContent).toBe('{"memberId":"101","count":3}');
});

test("an attempt shows what was sent and what came back", async () => {
  const backend = new Backend();
  backend.delivery = aDeliveryInFull({
    outcome: "FAILED",
    attempts: [
      {
        number: 1,
        version: 1,
        isReplay: false,
        outcome: "FAILED",
        reason: "RECORD_REFUSED",
        error: "iMIS refused the record.",
        request: '{"EntityTypeName":"Activity"}',
        responseStatus: 400,
        response: "not JSON at all",
        startedAt: "2026-11-23T15:04:05.010Z",
        finishedAt: "2026-11-23T15:04:05.080Z",
      },
    ],
  });
  renderApp(address);

  const attempt = await screen.findByRole("region", { name: "Attempt 1" });
  expect(attempt).toHaveTextContent("iMIS answered 400");
  expect(attempt).toHaveTextContent('"EntityTypeName": "Activity"');
  expect(attempt).toHaveTextContent("not JSON at all");
  expect(attempt).toHaveTextContent("70 ms");
});

test("a row leads to its delivery and back to the same filters", async () => {
  const backend = new Backend().lists(aDelivery());
  backend.delivery = aDeliveryInFull();
  const app = renderApp(`${paths.deliveries(organizationId)}?q=101`);

  await app.user.click(await screen.findByRole("link", { name: /^Delivery of/ }));
  expect(await screen.findByText("Delivery id")).toBeVisible();
  expect(app.address()).toBe(address);

  await app.user.click(within(screen.getByRole("main")).getByRole("link", { name: "Deliveries" }));
  expect(app.address()).toBe(`${paths.deliveries(organizationId)}?q=101`);
});

test("a delivery that is not there is said to be missing", async () => {
  new Backend();
  renderApp(address);

  expect(await screen.findByRole("heading", { name: "There is no such delivery" })).toBeVisible();
});
