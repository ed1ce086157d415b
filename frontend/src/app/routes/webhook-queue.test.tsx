import { screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { northwind } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";
import { address, anEditorBackend, button, heading, known } from "../../testing/webhook-editor";

const put = `PUT /organizations/${northwind.organizationId}/webhooks/${known.id}`;

afterEach(() => localStorage.clear());

test("how deliveries wait is asked of webhooks that answer on receipt, and saved", async () => {
  const backend = anEditorBackend();
  const app = renderApp(address());
  await app.user.click(await screen.findByRole("button", { name: "More settings" }));
  const onReceipt = await screen.findByRole("radio", { name: "On receipt" });
  expect(screen.queryByRole("checkbox", { name: "Keep the order" })).not.toBeInTheDocument();

  await app.user.click(onReceipt);
  const retries = screen.getByRole("combobox", { name: "If iMIS cannot take it right now" });
  expect(retries).toHaveDisplayValue("Try again for 1 day");
  await app.user.selectOptions(retries, "Try again for 3 days");
  await app.user.click(screen.getByRole("checkbox", { name: "Keep the order" }));
  await app.user.click(button("Review and save"));
  await heading("Save");
  await app.user.click(button("Save"));

  expect(await screen.findByText("“Course completions” is saved.")).toBeVisible();
  expect(backend.lastSent(put)).toMatchObject({
    acknowledgement: "ON_RECEIPT",
    queue: { retryForSeconds: 259_200, isInOrder: true },
  });
});

test("a time that is not offered stays what it is", async () => {
  const backend = anEditorBackend();
  backend.webhooks = backend.webhooks.map((webhook) => ({
    ...webhook,
    acknowledgement: "ON_RECEIPT",
    queue: { retryForSeconds: 5400, isInOrder: false },
  }));
  renderApp(address());

  expect(
    await screen.findByRole("combobox", { name: "If iMIS cannot take it right now" }),
  ).toHaveDisplayValue("Try again for 90 minutes");
});
