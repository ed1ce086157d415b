import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aDelivery, northwind } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const address = paths.deliveries(northwind.organizationId);
const first = aDelivery({ id: "d1", recordId: "20481", outcome: "RECEIVED" });
const second = aDelivery({ id: "d2", recordId: "20482" });

beforeEach(() => localStorage.clear());
afterEach(() => localStorage.clear());

const records = () =>
  screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => /2048\d/.exec(row.textContent ?? "")?.[0]);

/** What the list asks for on its own, without waiting until it does. */
const ask = (app: ReturnType<typeof renderApp>) =>
  app.queryClient.refetchQueries({ queryKey: [northwind.organizationId, "deliveries", "list"] });

function scrollPast(isPast: boolean) {
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(
    new DOMRect(0, isPast ? -400 : 100, 0, 0),
  );
  fireEvent.scroll(window);
}

test("a live list asks on its own, and the switch is remembered", async () => {
  const backend = new Backend().lists(first);
  const app = renderApp(address);
  await screen.findByText("20481");
  await app.user.click(screen.getByRole("switch", { name: "Live" }));

  backend.lists(second, first);

  expect(await screen.findByText("20482")).toBeVisible();
  app.unmount();
  renderApp(address);
  expect(await screen.findByRole("switch", { name: "Live" })).toBeChecked();
});

test("a list that is not live does not ask on its own", async () => {
  new Backend().lists(first);
  const app = renderApp(address);
  await screen.findByText("20481");

  const query = app.queryClient
    .getQueryCache()
    .find({ queryKey: [northwind.organizationId, "deliveries", "list"], exact: false });
  expect(query?.observers.map(({ options }) => options.refetchInterval)).toEqual([false]);
});

test("what takes Inlet too long is asked for once, though the list is live", async () => {
  const backend = new Backend();
  let asked = 0;
  backend.answers("get", "/organizations/:organizationId/deliveries", () => {
    asked++;
    return problem(422, "took-too-long", "There are too many deliveries. Choose a shorter period.");
  });
  localStorage.setItem("inlet.deliveries.live", "true");
  const app = renderApp(address);

  expect(await screen.findByText(/Choose a shorter period/)).toBeVisible();
  const query = app.queryClient
    .getQueryCache()
    .find({ queryKey: [northwind.organizationId, "deliveries", "list"], exact: false });
  const interval = query?.observers[0]?.options.refetchInterval;
  expect(query && typeof interval === "function" && interval(query)).toBe(false);
  expect(asked).toBe(1);
});

test("what arrives stands at the top, marked as new, and is announced", async () => {
  const backend = new Backend().lists(first);
  const app = renderApp(address);
  await screen.findByText("20481");
  await app.user.click(screen.getByRole("switch", { name: "Live" }));

  backend.lists(second, first);
  await ask(app);

  await waitFor(() => expect(records()).toEqual(["20482", "20481"]));
  const [, top, older] = screen.getAllByRole("row");
  expect(top).toHaveAttribute("data-new");
  expect(older).not.toHaveAttribute("data-new");
  await waitFor(() =>
    expect(
      screen.getAllByRole("status").filter((each) => each.textContent === "1 new delivery"),
    ).toHaveLength(1),
  );
});

test("whoever reads further down keeps their place until they ask for what is new", async () => {
  const backend = new Backend().lists(first);
  const app = renderApp(address);
  await screen.findByText("20481");
  await app.user.click(screen.getByRole("switch", { name: "Live" }));
  scrollPast(true);

  backend.lists(second, { ...first, outcome: "SUCCEEDED" });
  await ask(app);

  const button = await screen.findByRole("button", { name: "1 new delivery" });
  expect(records()).toEqual(["20481"]);
  expect(within(screen.getByRole("table")).getByText("Succeeded")).toBeVisible();

  await app.user.click(button);
  expect(records()).toEqual(["20482", "20481"]);
  expect(button).not.toBeInTheDocument();
});

test("scrolling back to the top shows what is new", async () => {
  const backend = new Backend().lists(first);
  const app = renderApp(address);
  await screen.findByText("20481");
  await app.user.click(screen.getByRole("switch", { name: "Live" }));
  scrollPast(true);
  backend.lists(second, first);
  await ask(app);
  await screen.findByRole("button", { name: "1 new delivery" });

  scrollPast(false);

  expect(records()).toEqual(["20482", "20481"]);
});

test("an older page is not live; switching it on leads to the newest", async () => {
  localStorage.setItem("inlet.deliveries.live", "true");
  new Backend().lists(first);
  const app = renderApp(`${address}?outcome=RECEIVED&cursor=c1`);
  await screen.findByText("20481");
  const live = screen.getByRole("switch", { name: "Live" });
  expect(live).not.toBeChecked();

  await app.user.click(live);

  await waitFor(() => expect(live).toBeChecked());
  expect(app.address()).toBe(`${address}?outcome=RECEIVED`);
});
