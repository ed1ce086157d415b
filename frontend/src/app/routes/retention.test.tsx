import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { graceAs, northwind } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";

const address = paths.settings(northwind.organizationId);
const call = `PUT /organizations/${northwind.organizationId}/deliveries/retention`;
const section = async () =>
  within(await screen.findByRole("region", { name: "Keeping deliveries" }));

test("keeping deliveries for less long names what is deleted, and asks first", async () => {
  const backend = new Backend();
  backend.count = { count: 1234, isEstimate: false };
  const app = renderApp(address);
  const keeping = await section();
  expect(await keeping.findByText(/3.3 MiB/)).toBeVisible();

  await app.user.type(keeping.getByLabelText("Deliveries are kept for"), "30");
  await app.user.click(keeping.getByRole("button", { name: "Save" }));

  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/older than 30 days is deleted for good: its payload/)).toBeVisible();
  expect(await dialog.findByText("To be deleted: 1,234 deliveries.")).toBeVisible();
  expect(backend.lastSent(call)).toBeUndefined();
  await app.user.click(dialog.getByRole("button", { name: "Delete older deliveries" }));
  expect(await keeping.findByText("Saved")).toBeVisible();
  expect(backend.lastSent(call)).toEqual({ days: 30 });
});

test("keeping them longer deletes nothing and asks nothing", async () => {
  const backend = new Backend();
  backend.retention = { days: 7, daysMax: 90, bodyBytes: 0 };
  const app = renderApp(address);
  const keeping = await section();

  await app.user.clear(await keeping.findByLabelText("Deliveries are kept for"));
  await app.user.click(keeping.getByRole("button", { name: "Save" }));

  expect(await keeping.findByText("Saved")).toBeVisible();
  expect(backend.lastSent(call)).toEqual({ days: null });
});

test("days out of range are refused at once", async () => {
  const backend = new Backend();
  const app = renderApp(address);
  const keeping = await section();

  await app.user.type(await keeping.findByLabelText("Deliveries are kept for"), "91");
  await app.user.click(keeping.getByRole("button", { name: "Save" }));

  expect(keeping.getByText("Choose from 1 to 90 days.")).toBeVisible();
  expect(backend.lastSent(call)).toBeUndefined();
});

test("who may not change it reads how long that is", async () => {
  const backend = new Backend();
  backend.me = graceAs("VIEWER");
  renderApp(address);
  const keeping = await section();

  expect(await keeping.findByText("As long as this installation keeps any: 90 days")).toBeVisible();
  expect(keeping.queryByRole("button", { name: "Save" })).not.toBeInTheDocument();
});
