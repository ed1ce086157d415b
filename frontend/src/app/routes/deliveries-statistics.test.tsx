import { act, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aBucket, aDelivery, aWebhook, northwind, noStatistics } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const address = paths.deliveries(northwind.organizationId);
const counted = {
  ...noStatistics,
  buckets: [
    aBucket("2026-11-23T14:00:00Z", { succeeded: 1200, failed: 1, medianMs: 84, p95Ms: 1900 }),
    aBucket("2026-11-23T15:00:00Z", { rejected: 3 }),
  ],
};

beforeEach(() => localStorage.clear());

function backendWith(statistics = counted) {
  const backend = new Backend().lists(aDelivery());
  backend.statistics = statistics;
  return backend;
}

const volume = () => screen.findByRole("toolbar", { name: "Deliveries" });

test("each part tells its exact numbers, in the viewer's zone", async () => {
  backendWith();
  renderApp(address);

  expect(
    within(await volume())
      .getAllByRole("button")
      .map((part) => part.ariaLabel),
  ).toEqual([
    "Nov 23, 09:00 – 10:00: 1,200 succeeded, 1 failed",
    "Nov 23, 10:00 – 11:00: 3 rejected",
  ]);
  const latency = screen.getByRole("toolbar", { name: "Time from receipt to outcome" });
  expect(
    within(latency)
      .getAllByRole("button")
      .map((part) => part.ariaLabel),
  ).toEqual([
    "Nov 23, 09:00 – 10:00: median about 84 ms, 95th percentile about 1.9 s",
    "Nov 23, 10:00 – 11:00: No action ended",
  ]);
  const section = screen.getByRole("region", { name: "Volume and duration" });
  expect(
    within(section)
      .getAllByRole("listitem")
      .map((total) => total.textContent),
  ).toEqual(["1,200 succeeded", "3 rejected", "1 failed"]);
});

test("the webhook and the period of the list are those of the charts", async () => {
  const backend = backendWith();
  renderApp(
    `${address}?webhook=${aWebhook().id}&outcome=FAILED&q=101&from=2026-11-23T14:00:00Z&to=2026-11-23T16:00:00Z`,
  );

  await volume();
  expect(Object.fromEntries(backend.statisticsSearches.at(-1) ?? [])).toEqual({
    webhookId: aWebhook().id,
    from: "2026-11-23T14:00:00Z",
    to: "2026-11-23T16:00:00Z",
  });
  expect(screen.getByText(/^Counted are all deliveries/)).toBeVisible();
});

test("choosing a part narrows the list to it", async () => {
  const backend = backendWith();
  const app = renderApp(`${address}?outcome=REJECTED`);

  await app.user.click(
    within(await volume()).getByRole("button", { name: /^Nov 23, 10:00 – 11:00/ }),
  );

  await waitFor(() =>
    expect(backend.deliverySearches.at(-1)?.get("from")).toBe("2026-11-23T15:00:00Z"),
  );
  expect(backend.deliverySearches.at(-1)?.get("to")).toBe("2026-11-23T16:00:00Z");
  expect(backend.deliverySearches.at(-1)?.get("outcome")).toBe("REJECTED");
});

test("the keyboard reaches every part: one stop, arrows, Enter", async () => {
  const backend = backendWith();
  const app = renderApp(address);
  const [left, right] = within(await volume()).getAllByRole("button");
  expect(left?.tabIndex).toBe(-1);

  act(() => right?.focus());
  await app.user.keyboard("{ArrowLeft}");
  expect(left).toHaveFocus();
  expect(screen.getByText("1,200", { selector: "[aria-hidden] b" })).toBeVisible();
  await app.user.keyboard("{Escape}");
  expect(screen.queryByText("1,200", { selector: "[aria-hidden] b" })).not.toBeInTheDocument();
  await app.user.keyboard("{Enter}");

  await waitFor(() =>
    expect(backend.deliverySearches.at(-1)?.get("from")).toBe("2026-11-23T14:00:00Z"),
  );
});

test("the same numbers are there as a table, which narrows, too", async () => {
  const backend = backendWith();
  const app = renderApp(address);
  await volume();

  await app.user.click(screen.getByText("Table"));

  const table = screen.getByRole("table", { name: /^Deliveries and how long/ });
  const [, newest, oldest] = within(table).getAllByRole("row");
  expect(newest?.textContent).toBe("Nov 23, 10:00 – 11:0000300––");
  expect(oldest?.textContent).toBe("Nov 23, 09:00 – 10:001,2000001" + "about 84 msabout 1.9 s");
  await app.user.click(within(table).getByRole("button", { name: /^Nov 23, 09:00/ }));
  await waitFor(() =>
    expect(backend.deliverySearches.at(-1)?.get("from")).toBe("2026-11-23T14:00:00Z"),
  );
});

test("what was measured alone is a dot, and the rest a line", async () => {
  const took = { succeeded: 1, medianMs: 1, p95Ms: 2 };
  backendWith({
    ...noStatistics,
    buckets: [
      aBucket("2026-11-23T10:00:00Z", took),
      aBucket("2026-11-23T11:00:00Z", took),
      aBucket("2026-11-23T12:00:00Z", { rejected: 1 }),
      aBucket("2026-11-23T13:00:00Z", took),
    ],
  });
  renderApp(address);

  await volume();
  const latency = screen.getByRole("figure", { name: "Time from receipt to outcome" });
  const drawn = [...latency.querySelectorAll("path")].map((path) => path.getAttribute("d"));
  expect(drawn).toEqual(["M0 50H1L1 50H2", "M3.5 50h0", "M0 0H1L1 0H2", "M3.5 0h0"]);
});

test("a period without deliveries says so", async () => {
  backendWith(noStatistics);
  renderApp(address);

  expect(await screen.findByText("Nothing arrived in this period.")).toBeVisible();
});

test("what cannot be counted says why, and the list is there all the same", async () => {
  const backend = backendWith();
  backend.answers("get", "/organizations/:organizationId/deliveries/statistics", () =>
    problem(400, "invalid-request", "Choose a period of 31 days at most.", {
      fields: { from: "Choose a period of 31 days at most." },
    }),
  );
  renderApp(`${address}?from=2026-01-01T00:00:00Z`);

  expect(await screen.findByText("Choose a period of 31 days at most.")).toBeVisible();
  expect(await screen.findByText("20481")).toBeVisible();
});

test("closed charts ask for nothing and stay closed", async () => {
  const backend = backendWith();
  const app = renderApp(address);
  await volume();
  await app.user.click(screen.getByRole("button", { name: /^Volume and duration/ }));
  expect(screen.queryByRole("toolbar")).not.toBeInTheDocument();
  app.unmount();
  backend.statisticsSearches.length = 0;

  renderApp(address);

  expect(await screen.findByText("20481")).toBeVisible();
  expect(screen.getByRole("button", { name: /^Volume and duration/ })).toHaveAttribute(
    "aria-expanded",
    "false",
  );
  expect(backend.statisticsSearches).toEqual([]);
});
