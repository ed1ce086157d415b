import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aWebhook, grace, graceAs, northwind } from "../../testing/fixtures";
import { invalid, problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const address = paths.settings(northwind.organizationId);
const organization = `PUT /organizations/${northwind.organizationId}`;
const secondFactorRequired = () =>
  problem(403, "second-factor-required", "This organization takes a second factor.");

test("the name is changed, and the sidebar shows it", async () => {
  const backend = new Backend();
  const app = renderApp(address);
  const name = await screen.findByLabelText("Name");
  expect(name).toHaveValue("Northwind Association");
  expect(screen.getByText(`${location.origin}/hooks/northwind`)).toBeVisible();

  await app.user.clear(name);
  await app.user.type(name, "Northwind Union{Enter}");

  expect(await screen.findByText("Saved")).toBeVisible();
  expect(backend.lastSent(organization)).toEqual({ name: "Northwind Union" });
  expect(screen.getByRole("button", { name: /Northwind Union$/ })).toBeVisible();
});

test("a name that is no good is shown at its field", async () => {
  const backend = new Backend();
  backend.answers("put", "/organizations/:organizationId", () =>
    invalid({ name: "A name has at most 200 characters." }),
  );
  const app = renderApp(address);

  await app.user.type(await screen.findByLabelText("Name"), "x{Enter}");

  expect(await screen.findByText("A name has at most 200 characters.")).toBeVisible();
});

test("a second factor can be demanded of everybody", async () => {
  const backend = new Backend();
  backend.me = { ...grace, hasSecondFactor: true };
  const app = renderApp(address);
  const demand = await screen.findByRole("switch", { name: "Require a second factor" });

  await app.user.click(demand);

  await waitFor(() => expect(demand).toBeChecked());
  expect(backend.lastSent(organization)).toEqual({
    name: "Northwind Association",
    requiresSecondFactor: true,
  });
});

test("whoever has no second factor is told why they cannot demand one", async () => {
  const backend = new Backend();
  backend.answers("put", "/organizations/:organizationId", () =>
    problem(409, "not-possible", "Set up a second factor for yourself first."),
  );
  const app = renderApp(address);
  const demand = await screen.findByRole("switch", { name: "Require a second factor" });

  await app.user.click(demand);

  expect(await screen.findByRole("alert")).toHaveTextContent(
    "Set up a second factor for yourself first.",
  );
  expect(demand).not.toBeChecked();
});

test("a viewer sees the settings and can change none", async () => {
  const backend = new Backend();
  backend.me = graceAs("VIEWER");
  renderApp(address);

  expect(await screen.findByText("A second factor is not required")).toBeVisible();
  expect(screen.queryByRole("textbox")).not.toBeInTheDocument();
  expect(screen.queryByRole("switch")).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Save" })).not.toBeInTheDocument();
});

test("an organization that demands a second factor shows the way to one, and works after that", async () => {
  const backend = new Backend();
  backend.me = graceAs("VIEWER", { requiresSecondFactor: true });
  backend.webhooks = [aWebhook()];
  const app = renderApp(paths.webhooks(northwind.organizationId));
  expect(
    await screen.findByRole("heading", { name: "Set up a second factor first" }),
  ).toBeVisible();
  expect(screen.queryByRole("link", { name: "Webhooks" })).not.toBeInTheDocument();

  await app.user.click(screen.getByRole("link", { name: "Go to your account" }));
  const factor = await screen.findByRole("region", { name: "Second factor" });
  expect(factor).toHaveTextContent("Needed to work in Northwind Association.");
  await app.user.click(within(factor).getByRole("button", { name: "Set up" }));
  await app.user.type(within(factor).getByLabelText("Password"), "correct horse{Enter}");
  await app.user.type(await within(factor).findByLabelText(/^Code/), "246810{Enter}");
  await app.user.click(await within(factor).findByRole("button", { name: "I have stored them" }));
  await app.user.click(screen.getByRole("link", { name: "Back to Northwind Association" }));

  expect(await screen.findByText("Course completions")).toBeVisible();
  expect(app.address()).toBe(paths.webhooks(northwind.organizationId));
});

test("an organization that begins to demand one says so at the next call", async () => {
  const backend = new Backend();
  const app = renderApp(address);
  await screen.findByLabelText("Name");
  backend.me = graceAs("ADMIN", { requiresSecondFactor: true });
  backend.answers("get", "/organizations/:organizationId/webhooks", secondFactorRequired);

  await app.user.click(screen.getByRole("link", { name: "Webhooks" }));

  expect(
    await screen.findByRole("heading", { name: "Set up a second factor first" }),
  ).toBeVisible();
});
