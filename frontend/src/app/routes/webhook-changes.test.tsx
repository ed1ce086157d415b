import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aConnection, anActivity, aWebhook, graceAs, northwind } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const { organizationId } = northwind;
const address = paths.webhooks(organizationId);
const one = aWebhook();
const call = (method: string) => `${method} /organizations/${organizationId}/webhooks/${one.id}`;

function aBackend(deliveries: number) {
  const backend = new Backend();
  backend.connection = aConnection();
  backend.webhooks = [one, aWebhook({ id: "w2", name: "Donations", isPaused: true })];
  backend.activity = [
    anActivity({ succeeded: deliveries }),
    anActivity({}, { webhookId: "w2", lastDelivery: null }),
  ];
  return backend;
}

async function choose(app: ReturnType<typeof renderApp>, name: string, item: string) {
  await screen.findAllByRole("img", { name: /Last 24 hours/ });
  await app.user.click(screen.getByRole("button", { name: `More actions for ${name}` }));
  await app.user.click(await screen.findByRole("menuitem", { name: item }));
}

function statusOf(name: string) {
  const row = screen.getByRole("link", { name }).closest("tr") as HTMLElement;
  return within(row).getByText(/^(Active|Paused)$/).textContent;
}

test("pausing a webhook in use asks first, and sends nothing of its definition", async () => {
  const backend = aBackend(12);
  const app = renderApp(address);
  await choose(app, one.name, "Pause");

  const dialog = await screen.findByRole("dialog", { name: "Pause Course completions?" });
  expect(dialog).toHaveTextContent("12 deliveries arrived in the last 24 hours.");
  expect(dialog).toHaveTextContent("answered 404");
  await app.user.click(within(dialog).getByRole("button", { name: "Pause webhook" }));

  expect(
    await screen.findByText("Course completions is paused. Its URL answers 404."),
  ).toBeVisible();
  expect(statusOf(one.name)).toBe("Paused");
  expect(backend.lastSent(`${call("PUT")}/paused`)).toEqual({ isPaused: true });
  expect(backend.webhooks[0]).toEqual({ ...one, isPaused: true });
});

test("pausing a webhook that nobody uses, and resuming, happen at once", async () => {
  const backend = aBackend(0);
  const app = renderApp(address);
  await choose(app, one.name, "Pause");
  expect(await screen.findByText(/is paused/)).toBeVisible();
  expect(screen.queryByRole("dialog")).toBeNull();

  await choose(app, "Donations", "Resume");

  expect(await screen.findByText("Donations is active again.")).toBeVisible();
  expect(backend.webhooks.map(({ isPaused }) => isPaused)).toEqual([true, false]);
});

test("what could not be paused is shown as active again, and why", async () => {
  const backend = aBackend(0);
  backend.answers("put", "/organizations/:organizationId/webhooks/:webhookId/paused", () =>
    problem(503, "unavailable", "Inlet cannot do this right now"),
  );
  const app = renderApp(address);
  await choose(app, one.name, "Pause");

  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("Course completions was not paused");
  expect(alert).toHaveTextContent("Inlet cannot do this right now.");
  expect(statusOf(one.name)).toBe("Active");
});

test("deleting names what stops working, and takes the webhook off the list", async () => {
  const backend = aBackend(3);
  const app = renderApp(address);
  await choose(app, one.name, "Delete");

  const dialog = await screen.findByRole("dialog", { name: "Delete Course completions?" });
  expect(dialog).toHaveTextContent("Its URL answers 404 at once");
  expect(dialog).toHaveTextContent(one.url);
  expect(dialog).toHaveTextContent("3 deliveries");
  expect(within(dialog).getByRole("link", { name: /last delivery of/ })).toBeVisible();
  expect(dialog).toHaveTextContent("Its deliveries and versions stay for the audit.");
  await app.user.click(within(dialog).getByRole("button", { name: "Delete webhook" }));

  expect(await screen.findByText(/is deleted/)).toBeVisible();
  await waitFor(() => expect(screen.queryByRole("link", { name: one.name })).toBeNull());
  expect(backend.sent.map((each) => each.call)).toContain(call("DELETE"));
});

test("a deletion that does not work stays in its dialog; Escape leaves it", async () => {
  const backend = aBackend(3);
  backend.answers("delete", "/organizations/:organizationId/webhooks/:webhookId", () =>
    problem(503, "unavailable", "Inlet cannot do this right now"),
  );
  const app = renderApp(address);
  await choose(app, one.name, "Delete");
  await app.user.click(await screen.findByRole("button", { name: "Delete webhook" }));

  const dialog = screen.getByRole("dialog", { name: "Delete Course completions?" });
  expect(await within(dialog).findByRole("alert")).toHaveTextContent("cannot do this");
  await app.user.keyboard("{Escape}");

  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.getByRole("link", { name: one.name })).toBeVisible();
  const more = screen.getByRole("button", { name: `More actions for ${one.name}` });
  await waitFor(() => expect(more).toHaveFocus());
});

test("a duplicate is paused, has a name of its own, and opens to be edited", async () => {
  const backend = aBackend(3);
  const app = renderApp(address);
  await choose(app, one.name, "Duplicate");

  await waitFor(() => expect(app.address()).toBe(paths.webhook(organizationId, "added-2")));
  expect(backend.lastSent(`${call("POST")}/duplicate`)).toEqual({
    name: "Copy of Course completions",
  });
});

const never = () => new Promise<Response>(() => undefined);
const unavailable = () => problem(503, "unavailable", "Inlet cannot do this right now");
const ofOne = "/organizations/:organizationId/webhooks/:webhookId";

/** Answers when it is told to. */
function aSlowAnswer() {
  let release: (answer: Response | object) => void = () => undefined;
  const answer = new Promise<Response | object>((resolve) => {
    release = resolve;
  });
  return {
    answer: () => answer as Promise<Response>,
    release: (what: Response | object) => release(what),
  };
}

test("a webhook that is being duplicated is not duplicated again", async () => {
  const backend = aBackend(3);
  backend.answers("post", `${ofOne}/duplicate`, never);
  const app = renderApp(address);
  await screen.findAllByRole("img", { name: /Last 24 hours/ });
  await app.user.click(screen.getByRole("button", { name: `More actions for ${one.name}` }));
  await app.user.dblClick(await screen.findByRole("menuitem", { name: "Duplicate" }));
  await waitFor(() => expect(screen.queryByRole("menuitem")).toBeNull());

  await app.user.click(screen.getByRole("button", { name: `More actions for ${one.name}` }));

  expect(await screen.findByRole("menuitem", { name: "Duplicate" })).toBeDisabled();
  expect(screen.getByRole("menuitem", { name: "Delete" })).toBeDisabled();
  const asked = backend.sent.filter((each) => each.call === `${call("POST")}/duplicate`);
  expect(asked).toHaveLength(1);
});

test("a duplicate that comes late takes nobody away from another question", async () => {
  const backend = aBackend(3);
  const late = aSlowAnswer();
  backend.answers("post", `${ofOne}/duplicate`, late.answer);
  const app = renderApp(address);
  await choose(app, one.name, "Duplicate");
  await choose(app, "Donations", "Delete");
  const dialog = await screen.findByRole("dialog", { name: "Delete Donations?" });

  late.release(aWebhook({ id: "w3", name: "Copy of Course completions" }));

  expect(
    await screen.findByText("Copy of Course completions is added, paused."),
  ).toBeInTheDocument();
  expect(dialog).toBeVisible();
  expect(app.address()).toBe(address);
});

test("what could not be changed is said for each webhook, until it is put away", async () => {
  const backend = aBackend(0);
  const late = aSlowAnswer();
  backend.answers("put", `${ofOne}/paused`, ({ params }) =>
    params.webhookId === one.id ? late.answer() : unavailable(),
  );
  const app = renderApp(address);
  await choose(app, one.name, "Pause");
  await choose(app, "Donations", "Resume");
  expect(await screen.findByRole("alert")).toHaveTextContent("Donations was not resumed");

  late.release(unavailable());

  await waitFor(() => expect(screen.getAllByRole("alert")).toHaveLength(2));
  const [first, second] = screen.getAllByRole("alert") as [HTMLElement, HTMLElement];
  expect(second).toHaveTextContent("Course completions was not paused");
  expect(statusOf(one.name)).toBe("Active");
  expect(statusOf("Donations")).toBe("Paused");
  await app.user.click(within(first).getByRole("button", { name: "Close" }));
  expect(screen.getByRole("alert")).toHaveTextContent("Course completions was not paused");
});

test("a question whose answer is under way is not closed before it is there", async () => {
  const backend = aBackend(3);
  const late = aSlowAnswer();
  backend.answers("put", `${ofOne}/paused`, late.answer);
  const app = renderApp(address);
  await choose(app, one.name, "Pause");
  const dialog = await screen.findByRole("dialog", { name: "Pause Course completions?" });
  await app.user.click(within(dialog).getByRole("button", { name: "Pause webhook" }));

  await waitFor(() =>
    expect(within(dialog).getByRole("button", { name: "Cancel" })).toBeDisabled(),
  );
  expect(within(dialog).getByRole("button", { name: "Close" })).toBeDisabled();
  await app.user.keyboard("{Escape}");
  expect(dialog).toBeVisible();
  late.release(unavailable());

  expect(await within(dialog).findByRole("alert")).toHaveTextContent("cannot do this");
  await app.user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("a viewer looks, and changes nothing", async () => {
  const backend = aBackend(3);
  backend.me = graceAs("VIEWER");
  const app = renderApp(address);
  const name = await screen.findByRole("link", { name: one.name });

  expect(name).toHaveAttribute("href", paths.deliveries(organizationId, `?webhook=${one.id}`));
  expect(screen.queryByRole("link", { name: "Add webhook" })).toBeNull();
  expect(screen.queryByRole("link", { name: `Edit ${one.name}` })).toBeNull();
  await app.user.click(screen.getByRole("button", { name: `More actions for ${one.name}` }));
  const items = await screen.findAllByRole("menuitem");
  expect(items.map((item) => item.textContent)).toEqual(["See deliveries", "Version history"]);
});

test("a viewer of an organization without webhooks is told who adds them", async () => {
  const backend = new Backend();
  backend.me = graceAs("VIEWER");
  renderApp(address);

  expect(await screen.findByText(/whose role is Editor or above/)).toBeVisible();
  expect(screen.queryByRole("link", { name: /Add/ })).toBeNull();
});

test("the search finds names, actions and URLs, and lives in the URL", async () => {
  aBackend(3);
  const app = renderApp(`${address}?q=dona+activity`);

  expect(await screen.findByRole("link", { name: "Donations" })).toBeVisible();
  expect(screen.queryByRole("link", { name: one.name })).toBeNull();
  expect(screen.getByText("1 of 2 webhooks")).toBeVisible();
  const box = screen.getByRole("searchbox");
  await app.user.clear(box);
  await app.user.type(box, "nowhere");

  expect(await screen.findByText("No webhook fits this search")).toBeVisible();
  expect(app.address()).toBe(`${address}?q=nowhere`);
  await app.user.click(screen.getAllByRole("button", { name: "Clear filters" })[0] as HTMLElement);

  expect(await screen.findByRole("link", { name: one.name })).toBeVisible();
  expect(app.address()).toBe(address);
});

test("a column's head sorts by it, and once more the other way", async () => {
  const backend = aBackend(3);
  backend.webhooks.push(aWebhook({ id: "w3", name: "Awards" }));
  const app = renderApp(address);
  await screen.findAllByRole("img", { name: /Last 24 hours/ });
  const names = () =>
    screen
      .getAllByRole("row")
      .slice(1)
      .map((row) => within(row).getAllByRole("link")[0]?.textContent);
  expect(names()).toEqual(["Awards", "Course completions", "Donations"]);

  await app.user.click(screen.getByRole("button", { name: "Last delivery" }));
  await waitFor(() => expect(names()).toEqual(["Course completions", "Awards", "Donations"]));
  expect(app.address()).toBe(`${address}?sort=lastDelivery`);
  expect(screen.getByRole("columnheader", { name: "Last delivery" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );

  await app.user.click(screen.getByRole("button", { name: "Status" }));
  await waitFor(() => expect(app.address()).toBe(`${address}?sort=status`));
  await waitFor(() => expect(names()).toEqual(["Awards", "Course completions", "Donations"]));
  await app.user.click(screen.getByRole("button", { name: "Status" }));
  await waitFor(() => expect(names()).toEqual(["Donations", "Awards", "Course completions"]));
  expect(app.address()).toBe(`${address}?sort=-status`);
});
