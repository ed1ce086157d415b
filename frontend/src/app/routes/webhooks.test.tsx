import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aWebhook, contoso, grace, northwind } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";

const address = paths.webhooks(northwind.organizationId);

test("lists name, action, status, version and last change", async () => {
  const backend = new Backend();
  backend.webhooks = [aWebhook(), aWebhook({ id: "w2", name: "Donations", isPaused: true })];
  renderApp(address);

  const first = (await screen.findByText("Course completions")).closest("tr");
  expect(first).toHaveTextContent("Insert an activity");
  expect(first).toHaveTextContent("Active");
  expect(first).toHaveTextContent("3");
  expect(first).toHaveTextContent("Nov 20, 2026");
  expect(screen.getByText("Donations").closest("tr")).toHaveTextContent("Paused");
});

test("the copy button copies the URL and says so", async () => {
  const backend = new Backend();
  backend.webhooks = [aWebhook()];
  const app = renderApp(address);
  const button = await screen.findByRole("button", { name: "Copy the URL of Course completions" });

  button.focus();
  await app.user.keyboard("{Enter}");

  expect(await screen.findByRole("status")).toHaveTextContent(
    "Copied the URL of Course completions",
  );
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

  expect(await screen.findByRole("status")).toHaveTextContent("Copied the URL");
  expect(copied).toBe(aWebhook().url);
});

test("an organization without webhooks is told where they come from", async () => {
  new Backend();
  renderApp(address);

  expect(await screen.findByRole("heading", { name: "No webhooks yet" })).toBeVisible();
  expect(screen.getByText(/created through the API/)).toBeVisible();
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
