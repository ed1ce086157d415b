import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import {
  aConnection,
  anActivity,
  aWebhook,
  contoso,
  grace,
  northwind,
} from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const address = paths.webhooks(northwind.organizationId);

async function rowOf(name: string): Promise<HTMLElement> {
  const link = await screen.findByRole("link", { name });
  return link.closest("tr") as HTMLElement;
}

test("lists name, action, status, the last delivery and the last 24 hours", async () => {
  const backend = new Backend();
  backend.webhooks = [aWebhook(), aWebhook({ id: "w2", name: "Donations", isPaused: true })];
  backend.activity = [
    anActivity({ succeeded: 40, rejected: 2, failed: 1 }),
    anActivity({}, { webhookId: "w2", lastDelivery: null }),
  ];
  renderApp(address);

  const first = await rowOf("Course completions");
  expect(first).toHaveTextContent("Insert an activity");
  expect(first).toHaveTextContent("Active");
  expect(
    await within(first).findByRole("img", {
      name: "Last 24 hours: 40 succeeded, 2 rejected, 1 failed",
    }),
  ).toHaveTextContent("43 deliveries");
  expect(within(first).getByRole("link", { name: /last delivery of/ })).toHaveAttribute(
    "href",
    paths.delivery(northwind.organizationId, "018f2222-0000-7000-8000-000000000001"),
  );
  expect(first).toHaveTextContent("Succeeded");

  const second = await rowOf("Donations");
  expect(second).toHaveTextContent("Paused");
  expect(second).toHaveTextContent("None in 31 days");
  expect(
    within(second).getByRole("img", { name: "Last 24 hours: no deliveries" }),
  ).toBeInTheDocument();
});

test("the copy button copies the URL and says so", async () => {
  const backend = new Backend();
  backend.webhooks = [aWebhook()];
  const app = renderApp(address);
  const button = await screen.findByRole("button", { name: "Copy the URL of Course completions" });

  button.focus();
  await app.user.keyboard("{Enter}");

  expect(await screen.findByText("Copied the URL of Course completions")).toBeInTheDocument();
  expect(await navigator.clipboard.readText()).toBe(aWebhook().url);
});

test("copying works where the browser has no clipboard to offer", async () => {
  const backend = new Backend();
  backend.webhooks = [aWebhook()];
  const app = renderApp(address);
  vi.spyOn(navigator, "clipboard", "get").mockReturnValue(undefined as never);
  let copied = "";
  document.execCommand = () => {
    copied = document.querySelector("textarea")?.value ?? "";
    return true;
  };

  await app.user.click(await screen.findByRole("button", { name: /^Copy the URL/ }));

  expect(await screen.findByText(/^Copied the URL/)).toBeInTheDocument();
  expect(copied).toBe(aWebhook().url);
});

test("an organization without webhooks is told what they are, and adds the first", async () => {
  new Backend();
  renderApp(address);

  expect(await screen.findByRole("heading", { name: "No webhooks yet" })).toBeVisible();
  expect(screen.getByText(/A webhook is a URL that you hand out/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Add the first webhook" })).toHaveAttribute(
    "href",
    paths.newWebhook(northwind.organizationId),
  );
  expect(screen.queryByRole("searchbox")).toBeNull();
});

test("the list is there while what arrived lately is not, and that can be asked for again", async () => {
  const backend = new Backend();
  backend.webhooks = [aWebhook()];
  backend.activity = [anActivity({ succeeded: 5 })];
  backend.connection = aConnection();
  let isBroken = true;
  backend.answers("get", "/organizations/:organizationId/deliveries/activity", () =>
    isBroken
      ? problem(503, "unavailable", "Not now")
      : { items: backend.activity, nextCursor: null },
  );
  const app = renderApp(address);

  const row = await rowOf("Course completions");
  expect(await screen.findByRole("alert")).toHaveTextContent("could not be loaded");
  expect(within(row).getAllByText("Not available")).toHaveLength(2);
  isBroken = false;
  await app.user.click(screen.getByRole("button", { name: "Try again" }));

  expect(await within(row).findByText("5 deliveries")).toBeVisible();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("each hour tells its counts to whoever points at it", async () => {
  const backend = new Backend();
  backend.webhooks = [aWebhook()];
  backend.activity = [anActivity({ succeeded: 7, failed: 1 })];
  renderApp(address);
  const picture = await screen.findByRole("img", { name: /Last 24 hours/ });
  const bars = picture.firstElementChild as HTMLElement;
  bars.getBoundingClientRect = () => new DOMRect(100, 0, 240, 26);

  fireEvent(bars, new MouseEvent("pointermove", { clientX: 335, bubbles: true }));
  expect(picture).toHaveTextContent("10:0071");
  expect(picture).toHaveAttribute("title", "Nov 23, 10:00: 7 succeeded, 1 failed");

  fireEvent(bars, new MouseEvent("pointermove", { clientX: 101, bubbles: true }));
  expect(picture).toHaveTextContent("11:00None");
});

test("an error says what happened and can be retried", async () => {
  const backend = new Backend();
  backend.webhooks = [aWebhook()];
  backend.breakDown();
  const app = renderApp(address);
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("Inlet cannot do this right now");
  backend.recover();

  await app.user.click(within(alert).getByRole("button", { name: "Try again" }));

  expect(await screen.findByText("Course completions")).toBeVisible();
});

test("a session that ends on the way leads to signing in and back", async () => {
  const backend = new Backend();
  backend.webhooks = [aWebhook()];
  const app = renderApp(address);
  await screen.findByText("Course completions");
  backend.endSession();

  await app.user.click(screen.getByRole("link", { name: "Deliveries" }));

  expect(await screen.findByText(/Your session has ended/)).toBeVisible();
  expect(app.address()).toBe(paths.signIn(paths.deliveries(northwind.organizationId)));
});

test("switching organization shows the other one's webhooks", async () => {
  const backend = new Backend();
  backend.me = { ...grace, memberships: [northwind, contoso] };
  const app = renderApp(address);
  await app.user.click(await screen.findByRole("button", { name: /^Switch organization/ }));

  await app.user.click(await screen.findByRole("menuitem", { name: "Contoso Institute" }));

  expect(await screen.findByRole("button", { name: /Contoso Institute$/ })).toBeVisible();
  expect(app.address()).toBe(paths.webhooks(contoso.organizationId));
});

test("another organization's address shows that there is nothing", async () => {
  new Backend();
  renderApp(paths.webhooks(contoso.organizationId));

  expect(await screen.findByRole("heading", { name: "There is nothing here" })).toBeVisible();
});
