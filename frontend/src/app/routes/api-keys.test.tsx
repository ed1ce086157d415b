import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { anApiKey, graceAs, northwind } from "../../testing/fixtures";
import { invalid } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const address = paths.apiKeys(northwind.organizationId);
const apiKeys = `/organizations/${northwind.organizationId}/api-keys`;

test("lists name, role, who made it when, last use and expiry", async () => {
  const backend = new Backend();
  backend.apiKeys = [
    anApiKey(),
    anApiKey({ id: "k2", name: "Old export", isExpired: true, lastUsedAt: null }),
    anApiKey({ id: "k3", name: "Forever", expiresAt: null }),
  ];
  renderApp(address);

  const first = (await screen.findByText("Nightly sync")).closest("tr");
  expect(first).toHaveTextContent("Editor");
  expect(first).toHaveTextContent("Jun 1, 2026");
  expect(first).toHaveTextContent("by otto@northwind.example");
  expect(first).toHaveTextContent("Nov 23, 10:04");
  expect(first).toHaveTextContent("Jan 1, 2099");
  const old = screen.getByText("Old export").closest("tr");
  expect(old).toHaveTextContent("Expired");
  expect(old).toHaveTextContent("Last used: Never");
  expect(screen.getByText("Forever").closest("tr")).toHaveTextContent("Expires: Never");
});

test("a new key is shown once, with a call to try", async () => {
  const backend = new Backend();
  const app = renderApp(address);
  expect(await screen.findByText("No API keys yet")).toBeVisible();
  await app.user.click(screen.getByRole("button", { name: "Create API key" }));
  const dialog = await screen.findByRole("dialog", { name: "Create an API key" });

  await app.user.type(within(dialog).getByLabelText("Name"), "Nightly sync");
  await app.user.click(within(dialog).getByRole("combobox", { name: "Role" }));
  const roles = await screen.findByRole("listbox", { name: "Role" });
  expect(within(roles).queryByRole("option", { name: "Owner" })).not.toBeInTheDocument();
  await app.user.click(within(roles).getByRole("option", { name: "Editor" }));
  await app.user.click(within(dialog).getByRole("combobox", { name: "Expires" }));
  await app.user.click(await screen.findByRole("option", { name: "In 30 days" }));
  await app.user.click(within(dialog).getByRole("button", { name: "Create key" }));

  const made = await screen.findByRole("dialog", { name: "Copy your key now" });
  await app.user.click(within(made).getByRole("button", { name: "Copy the key" }));
  expect(await navigator.clipboard.readText()).toBe("inlet_key_secret");
  expect(within(made).getByRole("group", { name: "Try it" })).toHaveTextContent(
    `curl ${location.origin}/api/organizations/${northwind.organizationId}/webhooks`,
  );
  const sent = backend.lastSent(`POST ${apiKeys}`) as { expiresAt: string };
  expect(sent).toMatchObject({ name: "Nightly sync", role: "EDITOR" });
  const days = (Date.parse(sent.expiresAt) - Date.now()) / 86_400_000;
  expect(days).toBeCloseTo(30, 2);

  await app.user.click(within(made).getByRole("button", { name: "I have stored it" }));
  expect(await screen.findByText("Nightly sync")).toBeVisible();
  expect(screen.queryByText("inlet_key_secret")).not.toBeInTheDocument();
});

test("a key that never expires is sent without an end", async () => {
  const backend = new Backend();
  const app = renderApp(address);
  await app.user.click(await screen.findByRole("button", { name: "Create API key" }));
  const dialog = await screen.findByRole("dialog");

  await app.user.type(within(dialog).getByLabelText("Name"), "Forever");
  await app.user.click(within(dialog).getByRole("combobox", { name: "Expires" }));
  await app.user.click(await screen.findByRole("option", { name: "Never" }));
  await app.user.click(within(dialog).getByRole("button", { name: "Create key" }));

  await screen.findByRole("dialog", { name: "Copy your key now" });
  expect(backend.lastSent(`POST ${apiKeys}`)).toMatchObject({ expiresAt: null });
});

test("what is wrong with a key's name is shown at its field", async () => {
  const backend = new Backend();
  backend.answers("post", "/organizations/:organizationId/api-keys", () =>
    invalid({ name: "A name is one line of plain text." }),
  );
  const app = renderApp(address);
  await app.user.click(await screen.findByRole("button", { name: "Create API key" }));
  const dialog = await screen.findByRole("dialog");

  await app.user.type(within(dialog).getByLabelText("Name"), "x{Enter}");

  expect(await within(dialog).findByText("A name is one line of plain text.")).toBeVisible();
});

test("revoking asks first", async () => {
  const backend = new Backend();
  backend.apiKeys = [anApiKey()];
  const app = renderApp(address);
  await app.user.click(await screen.findByRole("button", { name: "Revoke Nightly sync" }));
  const dialog = await screen.findByRole("dialog", { name: "Revoke “Nightly sync”?" });
  expect(dialog).toHaveTextContent("refused from its next request on");

  await app.user.click(within(dialog).getByRole("button", { name: "Revoke" }));

  await waitFor(() => expect(screen.getByText("No API keys yet")).toBeVisible());
});

test("a viewer is told that the page is not for their role, and nothing is asked for", async () => {
  const backend = new Backend();
  backend.me = graceAs("VIEWER");
  let isAsked = false;
  backend.answers("get", "/organizations/:organizationId/api-keys", () => {
    isAsked = true;
    return { items: [], nextCursor: null };
  });
  renderApp(address);

  expect(await screen.findByRole("heading", { name: "Not for your role" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Create API key" })).not.toBeInTheDocument();
  expect(isAsked).toBe(false);
});
