import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aBatch, Batches, batchesPath } from "../../testing/batch-answers";
import { aDelivery, graceAs, northwind } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const { organizationId } = northwind;
const address = paths.deliveries(organizationId);
const call = `POST /organizations/${organizationId}/replay-batches`;
const failed = ["d1", "d2", "d3", "d4"].map((id, index) =>
  aDelivery({
    id,
    recordId: `2048${index}`,
    outcome: "FAILED",
    receivedAt: `2026-11-23T15:0${index}:05.000Z`,
  }),
);

function backendWith(...deliveries: typeof failed) {
  const backend = new Backend().lists(...deliveries);
  new Batches(backend, aBatch());
  return backend;
}

const pageBox = () => screen.findByLabelText("All on this page");
const rowBoxes = () => screen.findAllByLabelText(/^Select the delivery of/);

test("what is selected is planned, and what would happen is shown", async () => {
  const backend = backendWith(...failed);
  const app = renderApp(address);
  const [first, , third] = await rowBoxes();

  await app.user.click(first as HTMLElement);
  await app.user.click(third as HTMLElement);
  expect(await screen.findByText("2 deliveries selected")).toBeVisible();
  await app.user.click(await screen.findByText("Replay selected (2)"));
  const dialog = await screen.findByRole("dialog", { name: "Replay 2 deliveries" });
  expect(await within(dialog).findByLabelText("As their webhooks are now")).toBeChecked();
  await app.user.click(within(dialog).getByText("See what would happen"));

  expect(await screen.findByText("What would happen")).toBeVisible();
  expect(backend.lastSent(call)).toEqual({ deliveryIds: ["d1", "d3"], isAsNow: true });
  expect(app.address()).toBe(paths.batch(organizationId, aBatch().id));
});

test("they can be handled by the versions that took them", async () => {
  const backend = backendWith(...failed);
  const app = renderApp(address);

  await app.user.click(await pageBox());
  await app.user.click(await screen.findByText("Replay selected (4)"));
  await app.user.click(await screen.findByLabelText("As it was then"));
  await app.user.click(await screen.findByText("See what would happen"));

  await waitFor(() =>
    expect(backend.lastSent(call)).toEqual({
      deliveryIds: ["d1", "d2", "d3", "d4"],
      isAsNow: false,
    }),
  );
});

test("the box of the page takes all of its rows in and out, and says when it is some", async () => {
  backendWith(...failed);
  const app = renderApp(address);
  const [first, ...others] = await rowBoxes();
  expect(first).toHaveAccessibleName("Select the delivery of Nov 23, 10:00:05, Course completions");

  await app.user.click(first as HTMLElement);
  expect(await pageBox()).toBePartiallyChecked();
  await app.user.click(await pageBox());
  for (const box of others) {
    expect(box).toBeChecked();
  }
  await app.user.click(await pageBox());
  expect(first).not.toBeChecked();
});

test("Shift takes all rows between", async () => {
  backendWith(...failed);
  const app = renderApp(address);
  const [, second, , fourth] = await rowBoxes();

  await app.user.click(second as HTMLElement);
  await app.user.keyboard("{Shift>}");
  await app.user.click(fourth as HTMLElement);
  await app.user.keyboard("{/Shift}");

  expect(await screen.findByText("3 deliveries selected")).toBeVisible();
});

test("rows are selected with the keyboard, which stays in the list when all are let go", async () => {
  backendWith(...failed);
  const app = renderApp(address);
  const [first] = await rowBoxes();

  first?.focus();
  await app.user.keyboard(" ");
  expect(await screen.findByText("1 delivery selected")).toBeVisible();
  await app.user.click(await screen.findByText("Clear"));

  expect(first).not.toBeChecked();
  expect(await pageBox()).toHaveFocus();
});

test("what is selected stays over pages, and goes with other filters", async () => {
  const backend = backendWith(...failed.slice(0, 2));
  backend.deliveries = { items: failed.slice(0, 2), nextCursor: "older", isSearchedWhole: true };
  const app = renderApp(address);
  await app.user.click(await pageBox());

  backend.deliveries = { items: failed.slice(2), nextCursor: null, isSearchedWhole: true };
  await app.user.click(screen.getByText("Older"));
  await screen.findByText("20482");
  expect(await screen.findByText("2 deliveries selected")).toBeVisible();
  expect(await pageBox()).not.toBeChecked();

  await app.user.click(screen.getByRole("combobox", { name: "Outcome" }));
  await app.user.click(await screen.findByRole("option", { name: "Failed" }));
  await waitFor(() => expect(screen.queryByText("2 deliveries selected")).not.toBeInTheDocument());
});

test("whoever selects a whole page of many is offered all that the filters show", async () => {
  const backend = backendWith();
  backend.deliveries = { items: failed, nextCursor: "older", isSearchedWhole: true };
  backend.count = { count: 1234, isEstimate: false };
  const app = renderApp(`${address}?outcome=FAILED`);

  await app.user.click(await pageBox());
  expect(await screen.findByText("All deliveries of this page are selected.")).toBeVisible();
  await app.user.click(await screen.findByText("Replay all that these filters show"));
  const dialog = await screen.findByRole("dialog", { name: "Replay all that these filters show" });
  expect(await within(dialog).findByText("1,234 deliveries now fit these filters.")).toBeVisible();
  expect(within(dialog).queryByText(/No filter narrows/)).not.toBeInTheDocument();
  await app.user.click(within(dialog).getByText("See what would happen"));

  await waitFor(() =>
    expect(backend.lastSent(call)).toEqual({ filter: { outcome: "FAILED" }, isAsNow: true }),
  );
});

test("the menu replays what the filters mean, whichever page is shown", async () => {
  const backend = backendWith(...failed);
  const app = renderApp(
    `${address}?webhook=w1&version=3&property=email&value=&q=smith&cursor=older`,
  );

  await app.user.click(await screen.findByText("Replays"));
  await app.user.click(await screen.findByText("Replay all that these filters show"));
  await app.user.click(await screen.findByText("See what would happen"));

  await waitFor(() =>
    expect(backend.lastSent(call)).toEqual({
      filter: { webhookId: "w1", version: 3, property: "email", value: "", q: "smith" },
      isAsNow: true,
    }),
  );
});

test("without any filter it is said that it means everything", async () => {
  backendWith(...failed);
  const app = renderApp(address);

  await app.user.click(await screen.findByText("Replays"));
  await app.user.click(await screen.findByText("Replay all that these filters show"));

  expect(await screen.findByText(/No filter narrows the list/)).toBeVisible();
});

test("a plan that is refused says why, and the dialog stays", async () => {
  const backend = backendWith(...failed);
  const sentence = "These are more than 50,000 deliveries. Narrow them, by a shorter period.";
  backend.answers("post", batchesPath, () => problem(409, "not-possible", sentence));
  const app = renderApp(address);

  await app.user.click(await pageBox());
  await app.user.click(await screen.findByText("Replay selected (4)"));
  await app.user.click(await screen.findByText("See what would happen"));
  expect(await screen.findByText(sentence)).toBeVisible();

  backend.answers("post", batchesPath, () =>
    problem(429, "too-many-requests", "Too many requests; try again later", {
      retryAfterSeconds: 30,
    }),
  );
  await app.user.click(await screen.findByText("See what would happen"));
  expect(await screen.findByText(/Too many attempts. Try again at/)).toBeVisible();

  await app.user.click(screen.getByText("Cancel"));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(await screen.findByText("4 deliveries selected")).toBeVisible();
});

test("whoever only reads selects nothing, and sees what others replayed", async () => {
  const backend = backendWith(...failed);
  backend.me = graceAs("VIEWER");
  renderApp(address);

  expect(await screen.findByText("20481")).toBeVisible();
  expect(screen.queryByRole("checkbox")).not.toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Replays" })).toHaveAttribute(
    "href",
    paths.batches(organizationId),
  );
});
