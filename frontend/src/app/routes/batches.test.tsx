import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { PageBatchResponse, ReplayBatchResponse } from "../../api/schema";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import {
  aBatch,
  aStartedBatch,
  Batches,
  batchesPath,
  noProgress,
} from "../../testing/batch-answers";
import { aWebhook, graceAs, northwind } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";

const { organizationId } = northwind;
const address = paths.batches(organizationId);

function backendWith(...items: ReplayBatchResponse[]) {
  const backend = new Backend();
  backend.webhooks = [aWebhook()];
  new Batches(backend, aBatch());
  backend.answers(
    "get",
    batchesPath,
    () => ({ items, nextCursor: null }) satisfies PageBatchResponse,
  );
  return backend;
}

test("lists when, what, by whom and how far", async () => {
  backendWith(
    aStartedBatch({
      id: "b1",
      filter: { webhookId: aWebhook().id, version: 3, reason: "UNREACHABLE" },
      progress: { ...noProgress, waiting: 20, succeeded: 70, failed: 8, unknown: 2 },
    }),
    aBatch({ id: "b2", filter: {} }),
    aBatch({ id: "b3", state: "CANCELLED" }),
  );
  renderApp(address);

  await screen.findByText("Course completions, version 3, iMIS could not be reached");
  const [, first, second, third] = screen.getAllByRole("row");
  expect(first).toHaveTextContent("Nov 23, 10:10:00");
  expect(first).toHaveTextContent("Running");
  expect(first).toHaveTextContent("otto@northwind.example");
  expect(first).toHaveTextContent("80 of 100 through, 8 failed, 2 unknown");
  expect(second).toHaveTextContent("Planned");
  expect(second).toHaveTextContent("All deliveries");
  expect(second).toHaveTextContent("3 deliveries");
  expect(third).toHaveTextContent("Discarded");
  expect(third).toHaveTextContent("Selected one by one");
});

test("is reached from the deliveries, and leads to each", async () => {
  backendWith(aBatch());
  const app = renderApp(paths.deliveries(organizationId));

  await app.user.click(await screen.findByRole("button", { name: "Replays" }));
  await app.user.click(await screen.findByRole("menuitem", { name: "See all replays" }));
  await app.user.click(await screen.findByRole("link", { name: "Replay of Nov 23, 10:10:00" }));

  expect(await screen.findByRole("heading", { name: "What would happen" })).toBeVisible();
});

test("asks on its own only while one of them moves", async () => {
  const interval = (app: ReturnType<typeof renderApp>) => {
    const query = app.queryClient
      .getQueryCache()
      .find({ queryKey: [organizationId, "batches", "list"], exact: false });
    const asked = query?.observers[0]?.options.refetchInterval;
    return typeof asked === "function" && query !== undefined ? asked(query) : asked;
  };
  backendWith(aBatch());
  const still = renderApp(address);
  await screen.findByText("Planned", { selector: "td *" });
  expect(interval(still)).toBe(false);
  still.unmount();

  backendWith(aStartedBatch());
  const moving = renderApp(address);
  await screen.findByText("Running");
  expect(interval(moving)).toBe(2000);
});

test("where nothing was replayed together, it is said how that is done", async () => {
  backendWith();
  renderApp(address);

  expect(await screen.findByText("Nothing was replayed together yet")).toBeVisible();
  expect(screen.getByRole("link", { name: "Go to the deliveries" })).toHaveAttribute(
    "href",
    paths.deliveries(organizationId),
  );
});

test("past the last one there is a way to the newest", async () => {
  backendWith();
  renderApp(`${address}?cursor=past`);

  expect(await screen.findByText("No older replays")).toBeVisible();
  expect(screen.getByRole("link", { name: "Newest" })).toBeVisible();
});

test("what cannot be loaded is tried again", async () => {
  const backend = backendWith(aBatch());
  backend.me = graceAs("VIEWER");
  backend.breakDown();
  const app = renderApp(address);
  expect(await screen.findByText("The replays could not be loaded")).toBeVisible();

  backend.recover();
  await app.user.click(screen.getByRole("button", { name: "Try again" }));

  await waitFor(() => expect(screen.getAllByRole("row")).toHaveLength(2));
});
