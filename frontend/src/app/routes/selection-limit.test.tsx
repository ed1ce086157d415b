import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aDelivery, northwind } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";

// As many as can be named at once are too many rows for a test.
vi.mock("../../features/deliveries/batches/use-selection", async (original) => ({
  ...(await original<object>()),
  selectedMax: 2,
}));

test("more than can be named at once are not replayed, and the button says what to do", async () => {
  new Backend().lists(...["d1", "d2", "d3"].map((id) => aDelivery({ id })));
  const app = renderApp(paths.deliveries(northwind.organizationId));

  await app.user.click(await screen.findByRole("checkbox", { name: "All on this page" }));

  const button = await screen.findByRole("button", { name: "Replay selected (3)" });
  expect(button).toHaveAccessibleDescription(/At most 2 can be selected/);
  await app.user.click(button);
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});
