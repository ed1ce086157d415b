import { focusManager } from "@tanstack/react-query";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { ReplayBatchImpossible, ReplayBatchResponse } from "../../api/schema";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import {
  aBatch,
  aBatched,
  aStartedBatch,
  Batches,
  batchesPath,
  noProgress,
  noProspects,
} from "../../testing/batch-answers";
import { aDeliveryInFull, aWebhook, graceAs, northwind } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const { organizationId } = northwind;
const address = paths.batch(organizationId, aBatch().id);
const call = (change: string) =>
  `POST /organizations/${organizationId}/replay-batches/${aBatch().id}/${change}`;

function with_(batch: ReplayBatchResponse) {
  const backend = new Backend();
  return { backend, batches: new Batches(backend, batch) };
}

const mixed = aBatch({
  plan: {
    ready: 40,
    looksFirst: 3,
    tooEarly: 1,
    succeeded: 5,
    uncertain: 2,
    incomplete: 4,
    impossible: 2,
    impossibleBecause: [{ sentence: "The webhook was deleted.", count: 2 }],
  },
  progress: { ...noProgress, waiting: 55, skipped: 2 },
});

/** The line of a plan that says something. */
const line = async (text: string) => (await screen.findByText(text)).closest("li") as HTMLLIElement;

/** What the page asks for on its own, without waiting until it does. */
const ask = (app: ReturnType<typeof renderApp>) =>
  app.queryClient.refetchQueries({ queryKey: [organizationId, "batches", "one"] });

/** How soon the page asks again; false if it does not. */
function interval(app: ReturnType<typeof renderApp>) {
  const query = app.queryClient
    .getQueryCache()
    .find({ queryKey: [organizationId, "batches", "one", aBatch().id] });
  const asked = query?.observers[0]?.options.refetchInterval;
  return typeof asked === "function" && query !== undefined ? asked(query) : asked;
}

test("a plan says of how many what would happen, and skips what nobody confirmed", async () => {
  const { backend } = with_(mixed);
  const app = renderApp(address);

  expect(await line("are replayed straight away")).toHaveTextContent(/^40.*Is replayed$/);
  expect(await line("are looked for in iMIS first")).toHaveTextContent(/^3.*Is replayed$/);
  expect(await line("is looked for in iMIS in a few minutes")).toHaveTextContent(
    /^1.*so the replay waits before it looks.*Is replayed$/,
  );
  expect(await line("succeeded before")).toHaveTextContent(/^5.*second ones.*Is skipped$/);
  expect(await line("may be in iMIS already")).toHaveTextContent(/^2.*Is skipped$/);
  expect(await line("lack values")).toHaveTextContent(/^4.*Is skipped$/);
  expect(screen.getByText("If this is started: 44 replayed, 13 skipped.")).toBeVisible();

  await app.user.click(screen.getByRole("button", { name: "Start: replay 44" }));
  expect(await screen.findByRole("progressbar")).toBeVisible();
  expect(backend.lastSent(call("start"))).toEqual({
    isSucceededConfirmed: false,
    isUncertainConfirmed: false,
    isIncompleteConfirmed: false,
  });
  expect(screen.getByRole("progressbar").closest("[tabindex]")).toHaveFocus();
});

test("what would write a second record is confirmed apart from what might", async () => {
  const { backend } = with_(mixed);
  const app = renderApp(address);

  await app.user.click(
    await screen.findByRole("checkbox", { name: "Write second records of them" }),
  );
  expect(await line("succeeded before")).toHaveTextContent(/Is replayed$/);
  expect(await line("may be in iMIS already")).toHaveTextContent(/Is skipped$/);
  expect(screen.getByText("If this is started: 49 replayed, 8 skipped.")).toBeVisible();
  await app.user.click(screen.getByRole("checkbox", { name: /without these values/ }));
  await app.user.click(screen.getByRole("button", { name: "Start: replay 53" }));

  await waitFor(() =>
    expect(backend.lastSent(call("start"))).toEqual({
      isSucceededConfirmed: true,
      isUncertainConfirmed: false,
      isIncompleteConfirmed: true,
    }),
  );
});

/** A plan with these among 40 that are replayed. */
const withImpossible = (impossible: number, impossibleBecause: ReplayBatchImpossible[]) =>
  aBatch({
    plan: { ...noProspects, ready: 40, impossible, impossibleBecause },
    progress: { ...noProgress, waiting: 40, skipped: impossible },
  });

test("one reason why some cannot be replayed is told as it is", async () => {
  const { batches } = with_(mixed);
  renderApp(address);

  expect(await line("cannot be replayed")).toHaveTextContent(
    /^2cannot be replayedThe webhook was deleted.Is skipped$/,
  );
  // The plan tells it; what is listed of the batch need not be looked through.
  expect(batches.searches.filter((each) => each.get("state") !== null)).toEqual([]);
});

test("several reasons are told with how many they are true of, as they come", async () => {
  with_(
    withImpossible(1203, [
      { sentence: "The webhook was deleted.", count: 1200 },
      { sentence: "The body did not arrive.", count: 3 },
    ]),
  );
  renderApp(address);

  const impossible = await line("cannot be replayed");
  expect(impossible).toHaveTextContent(/^1,203.*For these reasons:/);
  expect(
    within(impossible)
      .getAllByRole("listitem")
      .map((each) => each.textContent),
  ).toEqual(["1,200 × The webhook was deleted.", "3 × The body did not arrive."]);
  expect(within(impossible).queryByRole("link")).not.toBeInTheDocument();
});

test("of more reasons than are told, the others are counted and lead to what is skipped", async () => {
  const reasons = Array.from({ length: 10 }, (_, index) => ({
    sentence: `“p${index}” is missing.`,
    count: 20 - index,
  }));
  with_(withImpossible(170, reasons));
  const app = renderApp(address);

  const told = within(await line("cannot be replayed")).getAllByRole("listitem");
  expect(told).toHaveLength(11);
  expect(told[10]).toHaveTextContent("15 × for other reasons");
  await app.user.click(within(told[10] as HTMLElement).getByRole("link"));
  expect(app.address()).toBe(`${address}?state=SKIPPED`);
});

test("selected ones that are kept no longer are told, though the batch is without them", async () => {
  with_(withImpossible(0, [{ sentence: "This delivery is kept no longer.", count: 2 }]));
  renderApp(address);

  expect(await line("cannot be replayed")).toHaveTextContent(/^2.*kept no longer/);
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Replay of 40 deliveries");
  expect(screen.getByText("If this is started: 40 replayed, 2 skipped.")).toBeVisible();
});

test("where nothing would be replayed, starting is not offered", async () => {
  const { backend } = with_(aBatch({ plan: { ...noProspects, succeeded: 3 } }));
  const app = renderApp(address);

  const start = await screen.findByRole("button", { name: "Start: replay 0" });
  expect(start).toHaveAccessibleDescription(/Nothing would be replayed/);
  await app.user.click(start);
  expect(backend.lastSent(call("start"))).toBeUndefined();

  await app.user.click(screen.getByRole("checkbox"));
  expect(screen.getByRole("button", { name: "Start: replay 3" })).not.toHaveAttribute(
    "aria-disabled",
  );
});

test("filters that nothing fits make an empty plan", async () => {
  with_(aBatch({ filter: { outcome: "FAILED" }, plan: noProspects, progress: noProgress }));
  renderApp(address);

  expect(await screen.findByText(/No delivery fits these filters/)).toBeVisible();
  expect(screen.queryByRole("heading", { name: "Its deliveries" })).not.toBeInTheDocument();
});

test("a plan that is discarded leads back to the deliveries", async () => {
  const { backend } = with_(aBatch());
  const app = renderApp(address);

  await app.user.click(await screen.findByRole("button", { name: "Discard" }));

  expect(await screen.findByRole("heading", { name: "Deliveries", level: 1 })).toBeVisible();
  expect(backend.sent.at(-1)?.call).toBe(call("cancel"));
});

test("a plan that somebody else has started is shown running, and it is said", async () => {
  const { backend, batches } = with_(aBatch());
  backend.answers("post", `${batchesPath}/:batchId/start`, () => {
    batches.batch = aStartedBatch();
    return problem(409, "not-possible", "This batch is running.");
  });
  const app = renderApp(address);

  await app.user.click(await screen.findByRole("button", { name: "Start: replay 3" }));

  expect(await screen.findByText("It changed just now")).toBeVisible();
  expect(screen.getByText("This batch is running.")).toBeVisible();
  expect(await screen.findByRole("button", { name: "Pause" })).toBeVisible();
});

test("a start that is not possible yet says why, and the plan stays", async () => {
  const { backend } = with_(aBatch());
  const sentence = "5 batches are under way already. Wait until one is done, or cancel one.";
  backend.answers("post", `${batchesPath}/:batchId/start`, () =>
    problem(409, "not-possible", sentence),
  );
  const app = renderApp(address);

  await app.user.click(await screen.findByRole("button", { name: "Start: replay 3" }));

  expect(await screen.findByText(sentence)).toBeVisible();
  expect(screen.getByText("This did not work")).toBeVisible();
  expect(screen.getByRole("button", { name: "Start: replay 3" })).toBeEnabled();
});

test("a batch that runs shows how far it is, who began it, and asks on its own", async () => {
  const { backend, batches } = with_(
    aStartedBatch({
      filter: { webhookId: aWebhook().id, outcome: "FAILED", q: "set" },
      isAsNow: false,
      progress: { ...noProgress, waiting: 30, underWay: 4, succeeded: 80, failed: 6 },
    }),
  );
  backend.webhooks = [aWebhook()];
  const app = renderApp(address);

  const bar = await screen.findByRole("progressbar", { name: "Progress" });
  expect(bar).toHaveAttribute("aria-valuenow", "86");
  expect(bar).toHaveAttribute("aria-valuetext", "86 of 120 through");
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Replay of 120 deliveries");
  expect(await screen.findByText("Course completions, Failed, words were searched")).toBeVisible();
  expect(screen.getByText("the version that took each delivery")).toBeVisible();
  expect(screen.getByText(/by otto@northwind.example/)).toHaveTextContent("Nov 23, 10:11:00");
  expect(interval(app)).toBe(2000);

  batches.batch = {
    ...batches.batch,
    state: "DONE",
    endedAt: "2026-11-23T15:14:00Z",
    progress: { ...noProgress, succeeded: 114, failed: 6 },
  };
  await ask(app);
  await waitFor(() => expect(bar).toHaveAttribute("aria-valuenow", "120"));
  expect(screen.queryByRole("button", { name: "Pause" })).not.toBeInTheDocument();
  expect(interval(app)).toBe(false);
});

test("nothing is asked for on its own while nobody sees the page", async () => {
  const { batches } = with_(aStartedBatch());
  focusManager.setFocused(false);
  try {
    const app = renderApp(address);
    await screen.findByRole("progressbar");
    const observer = app.queryClient
      .getQueryCache()
      .find({ queryKey: [organizationId, "batches", "one", aBatch().id] })?.observers[0];
    expect(observer?.options.refetchIntervalInBackground ?? false).toBe(false);
    expect(batches.asked).toBe(1);
  } finally {
    focusManager.setFocused(undefined);
  }
});

test("a batch is paused and goes on with the same button", async () => {
  const { backend } = with_(
    aStartedBatch({ progress: { ...noProgress, waiting: 10, underWay: 2 } }),
  );
  const app = renderApp(address);

  await app.user.click(await screen.findByRole("button", { name: "Pause" }));
  const resume = await screen.findByRole("button", { name: "Resume" });
  expect(screen.getByText("Nothing new begins. What is under way finishes.")).toBeVisible();
  // What is under way still moves.
  expect(interval(app)).toBe(2000);
  expect(resume).toHaveFocus();
  await app.user.click(resume);

  expect(await screen.findByRole("button", { name: "Pause" })).toBeVisible();
  expect(backend.sent.map((each) => each.call).slice(-2)).toEqual([call("pause"), call("resume")]);
});

test("why it paused by itself is said, and where that is mended", async () => {
  const sentence =
    "iMIS refuses the user name or the password. Correct the connection, then resume.";
  with_(aStartedBatch({ state: "PAUSED", pauseReason: sentence }));
  const app = renderApp(address);

  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("Inlet paused this replay by itself");
  expect(alert).toHaveTextContent(sentence);
  expect(within(alert).getByRole("link", { name: "See the connection" })).toHaveAttribute(
    "href",
    paths.connection(organizationId),
  );
  await app.user.click(screen.getByRole("button", { name: "Resume" }));
  await waitFor(() => expect(screen.queryByRole("alert")).not.toBeInTheDocument());
});

test("cancelling is asked about, and says how many are left as they are", async () => {
  const { backend } = with_(
    aStartedBatch({ progress: { ...noProgress, waiting: 10, succeeded: 2 } }),
  );
  const app = renderApp(address);

  await app.user.click(await screen.findByRole("button", { name: "Cancel the rest" }));
  const dialog = await screen.findByRole("dialog", { name: "Cancel the rest of this replay?" });
  expect(dialog).toHaveTextContent("10 deliveries that wait are left as they are.");
  expect(backend.lastSent(call("cancel"))).toBeUndefined();
  await app.user.click(within(dialog).getByRole("button", { name: "Cancel the rest" }));

  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(screen.getAllByText("Cancelled")[0]).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Resume" })).not.toBeInTheDocument();
  expect(screen.getByRole("progressbar").closest("[tabindex]")).toHaveFocus();
});

test("the keyboard keeps a place when a batch is through, and is left alone elsewhere", async () => {
  const { batches } = with_(aStartedBatch());
  const app = renderApp(address);
  const pause = await screen.findByRole("button", { name: "Pause" });
  pause.focus();
  batches.batch = aStartedBatch({ state: "DONE", progress: { ...noProgress, succeeded: 3 } });
  await ask(app);
  await waitFor(() => expect(pause).not.toBeInTheDocument());
  const card = screen.getByRole("progressbar").closest("[tabindex]");
  expect(card).toHaveFocus();

  batches.batch = aStartedBatch();
  await ask(app);
  (await screen.findByRole("button", { name: "Pause" })).focus();
  const link = screen.getByRole("link", { name: "Settings" });
  link.focus();
  batches.batch = aStartedBatch({ state: "DONE", progress: { ...noProgress, succeeded: 3 } });
  await ask(app);
  await waitFor(() =>
    expect(screen.queryByRole("button", { name: "Pause" })).not.toBeInTheDocument(),
  );
  expect(link).toHaveFocus();
});

test("one that is through when it is cancelled says so", async () => {
  const { backend, batches } = with_(aStartedBatch());
  backend.answers("post", `${batchesPath}/:batchId/cancel`, () => {
    batches.batch = aStartedBatch({ state: "DONE", progress: { ...noProgress, succeeded: 3 } });
    return problem(409, "not-possible", "This batch is done.");
  });
  const app = renderApp(address);

  await app.user.click(await screen.findByRole("button", { name: "Cancel the rest" }));
  const dialog = await screen.findByRole("dialog");
  await app.user.click(within(dialog).getByRole("button", { name: "Cancel the rest" }));

  expect(await within(dialog).findByText("This batch is done.")).toBeVisible();
  await app.user.click(within(dialog).getByRole("button", { name: "Cancel" }));
  await waitFor(() =>
    expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "3"),
  );
});

test("its deliveries tell where they stand, are narrowed by that, and lead there and back", async () => {
  const { backend, batches } = with_(
    aStartedBatch({ progress: { ...noProgress, waiting: 1, failed: 1, skipped: 1 } }),
  );
  backend.delivery = aDeliveryInFull({ outcome: "FAILED", reason: "UNREACHABLE" });
  batches.deliveries = [
    aBatched({ deliveryId: "d1", prospect: "LOOKS_FIRST", outcomeBefore: "UNKNOWN" }),
    aBatched({ deliveryId: "d2", state: "FAILED", reason: "UNREACHABLE" }),
    aBatched({ deliveryId: "d3", state: "SKIPPED", sentence: "It changed after the plan." }),
  ];
  const app = renderApp(address);

  const table = await screen.findByRole("table", { name: "Deliveries of this replay" });
  expect(await within(table).findByText("Is looked for in iMIS first.")).toBeVisible();
  expect(within(table).getByText("iMIS could not be reached.")).toBeVisible();
  expect(within(table).getByText("It changed after the plan.")).toBeVisible();

  const states = screen.getByRole("navigation", { name: "Filter by state" });
  expect(within(states).getByRole("link", { name: "All 3" })).toHaveAttribute("aria-current");
  expect(within(states).queryByRole("link", { name: /^Unknown/ })).not.toBeInTheDocument();
  await app.user.click(within(states).getByRole("link", { name: "Failed 1" }));
  await waitFor(() =>
    expect(screen.queryByText("It changed after the plan.")).not.toBeInTheDocument(),
  );
  expect(app.address()).toBe(`${address}?state=FAILED`);

  await app.user.click(screen.getByRole("link", { name: /^Delivery of Nov 23/ }));
  await app.user.click(await screen.findByRole("link", { name: "Replay" }));
  const tableAgain = await screen.findByRole("table", { name: "Deliveries of this replay" });
  expect(await within(tableAgain).findByText("iMIS could not be reached.")).toBeVisible();
  expect(app.address()).toBe(`${address}?state=FAILED`);
});

test("the list is asked for again when the counts changed, and only then", async () => {
  const { batches } = with_(aStartedBatch());
  batches.deliveries = [aBatched()];
  const app = renderApp(address);
  await screen.findByText("Is replayed when its turn comes.");
  const before = batches.searches.length;

  await ask(app);
  expect(batches.searches).toHaveLength(before);

  batches.deliveries = [aBatched({ state: "SUCCEEDED" })];
  batches.batch = { ...batches.batch, progress: { ...noProgress, waiting: 2, succeeded: 1 } };
  await ask(app);
  expect(await screen.findByText("The record is in iMIS.")).toBeVisible();
});

test("a state in which nothing stands any more is empty", async () => {
  with_(aStartedBatch());
  renderApp(`${address}?state=UNKNOWN`);

  expect(await screen.findByText("None of its deliveries stands there.")).toBeVisible();
  expect(screen.getByRole("link", { name: "Unknown 0" })).toHaveAttribute("aria-current");
});

test("what failed in a batch is replayed in another one", async () => {
  const { backend, batches } = with_(
    aStartedBatch({ state: "DONE", progress: { ...noProgress, succeeded: 1, failed: 2 } }),
  );
  batches.deliveries = [
    aBatched({ deliveryId: "d1", state: "SUCCEEDED" }),
    aBatched({ deliveryId: "d2", state: "FAILED" }),
    aBatched({ deliveryId: "d3", state: "FAILED" }),
  ];
  const app = renderApp(address);

  await app.user.click(await screen.findByRole("button", { name: "Replay the failed ones (2)" }));
  expect(await screen.findByRole("dialog", { name: "Replay 2 deliveries" })).toBeVisible();
  await app.user.click(await screen.findByRole("button", { name: "See what would happen" }));

  await waitFor(() =>
    expect(backend.lastSent(`POST /organizations/${organizationId}/replay-batches`)).toEqual({
      deliveryIds: ["d2", "d3"],
      isAsNow: true,
    }),
  );
});

test("whoever only reads sees all of it and can do nothing", async () => {
  const { backend } = with_(mixed);
  backend.me = graceAs("VIEWER");
  renderApp(address);

  expect(await line("succeeded before")).toHaveTextContent(/^5/);
  expect(screen.getByText(/has to start it/)).toBeVisible();
  expect(screen.queryByRole("checkbox")).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /^Start|Discard/ })).not.toBeInTheDocument();
});

test("a batch that is not there is said to be missing", async () => {
  with_(aBatch());
  renderApp(paths.batch(organizationId, "018f7777-0000-7000-8000-00000000ffff"));

  expect(await screen.findByRole("heading", { name: "There is no such replay" })).toBeVisible();
});

test("one that cannot be loaded is tried again", async () => {
  const { backend } = with_(aBatch());
  backend.answers("get", `${batchesPath}/:batchId`, () =>
    problem(503, "unavailable", "Inlet cannot do this right now"),
  );
  const app = renderApp(address);
  expect(await screen.findByText("The replay could not be loaded")).toBeVisible();

  new Batches(backend, aBatch());
  await app.user.click(screen.getByRole("button", { name: "Try again" }));

  expect(await screen.findByRole("heading", { name: "What would happen" })).toBeVisible();
});
