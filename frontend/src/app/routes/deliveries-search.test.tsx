import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aDelivery, aWebhook, northwind } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";

const address = paths.deliveries(northwind.organizationId);
const webhook = aWebhook({
  schema: { properties: { memberId: {}, email: {}, ssn: {} } },
  privacy: { masked: ["email"], neverStored: ["ssn"] },
});
const ofWebhook = `${address}?webhook=${webhook.id}`;

function aBackend() {
  const backend = new Backend();
  backend.webhooks = [webhook];
  return backend;
}

test("what is masked or never stored is not proposed to be searched by", async () => {
  aBackend();
  const app = renderApp(ofWebhook);

  await app.user.click(await screen.findByRole("button", { name: "More filters" }));
  await app.user.click(
    await screen.findByLabelText("Property of the payload", { selector: "input" }),
  );

  expect(await screen.findByText("memberId")).toBeVisible();
  expect(screen.queryByText("email")).not.toBeInTheDocument();
  expect(screen.queryByText("ssn")).not.toBeInTheDocument();
});

test.each(["email", "EMAIL", "ssn"])(
  "nothing is claimed of %s, which is not searched",
  async (name) => {
    aBackend();
    renderApp(`${ofWebhook}&property=${name}&value=x`);

    expect(await screen.findByText(`“${name}” is not searched`)).toBeVisible();
    expect(screen.getByText(/masks it or never stores it/)).toBeVisible();
  },
);

test("a search that found nothing says what it did not look through", async () => {
  const backend = aBackend();
  const { unmount } = renderApp(`${address}?property=email&value=x`);
  expect(await screen.findByText("No delivery was found")).toBeVisible();
  expect(screen.getByText(/Not searched is what a webhook masks or never stores/)).toBeVisible();
  unmount();

  backend.deliveries = { items: [], nextCursor: null, isSearchedWhole: false };
  renderApp(`${address}?q=abc`);
  expect(await screen.findByText(/Not all payloads were looked through/)).toBeVisible();
});

test("of older pages, too, nothing is claimed that was not looked through", async () => {
  const backend = aBackend();
  backend.deliveries = { items: [], nextCursor: null, isSearchedWhole: false };
  const { unmount } = renderApp(`${address}?q=abc&cursor=c1`);
  expect(await screen.findByText(/Not all payloads were looked through/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Newest" })).toBeVisible();
  expect(screen.queryByText("No older deliveries")).not.toBeInTheDocument();
  unmount();

  backend.deliveries = { items: [], nextCursor: null, isSearchedWhole: true };
  renderApp(`${address}?q=abc&cursor=c1`);
  expect(await screen.findByText("No older deliveries")).toBeVisible();
});

test("a search that found some says so, too", async () => {
  aBackend().deliveries = { items: [aDelivery()], nextCursor: null, isSearchedWhole: false };
  renderApp(`${address}?q=abc`);

  expect(await screen.findByText("20481")).toBeVisible();
  expect(screen.getByText(/Not all payloads were looked through/)).toBeVisible();
});

test("further filters are seen and taken away one by one", async () => {
  const backend = aBackend();
  const app = renderApp(`${ofWebhook}&version=3&reason=UNREACHABLE&property=memberId&value=12345`);

  expect(await screen.findByRole("button", { name: "Remove: Version 3" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Remove: iMIS could not be reached" })).toBeVisible();
  await app.user.click(screen.getByRole("button", { name: "Remove: memberId = 12345" }));

  await waitFor(() => expect(backend.deliverySearches.at(-1)?.get("property")).toBeNull());
  expect(backend.deliverySearches.at(-1)?.get("value")).toBeNull();
  expect(backend.deliverySearches.at(-1)?.get("version")).toBe("3");
});

test("further filters open with no list over them, and a value needs a property", async () => {
  aBackend();
  const app = renderApp(ofWebhook);

  await app.user.click(await screen.findByRole("button", { name: "More filters" }));
  const value = await screen.findByLabelText("Its value");
  await waitFor(() => expect(screen.getByLabelText("Source address")).toHaveFocus());
  expect(screen.queryByRole("option")).not.toBeInTheDocument();
  await app.user.type(value, "12345");
  await app.user.click(screen.getByRole("button", { name: "Show" }));

  expect(await screen.findByText("Name the property that has this value.")).toBeVisible();
  expect(app.address()).toBe(ofWebhook);
});

test("another page begins at its top", async () => {
  const scroll = vi.spyOn(Element.prototype, "scrollIntoView");
  aBackend().deliveries = { items: [aDelivery()], nextCursor: "c1", isSearchedWhole: true };
  const app = renderApp(address);
  const older = await screen.findByRole("link", { name: "Older" });
  expect(scroll).not.toHaveBeenCalled();

  await app.user.click(older);

  await waitFor(() =>
    expect(scroll).toHaveBeenCalledWith(expect.objectContaining({ block: "start" })),
  );
  scroll.mockRestore();
});

test("yesterday is a whole day of the viewer's", async () => {
  const backend = aBackend();
  const app = renderApp(address);

  await app.user.click(await screen.findByRole("button", { name: "Period: Any time" }));
  await app.user.click(await screen.findByRole("button", { name: "Yesterday" }));

  await waitFor(() => expect(backend.deliverySearches.at(-1)?.get("to")).not.toBeNull());
  const [from, to] = ["from", "to"].map((name) => backend.deliverySearches.at(-1)?.get(name) ?? "");
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  expect(to).toBe(midnight.toISOString());
  midnight.setDate(midnight.getDate() - 1);
  expect(from).toBe(midnight.toISOString());
});

test("a long period is charted as far as it can be counted, and one that is none is not asked for", async () => {
  const backend = aBackend().lists(aDelivery());
  const { unmount } = renderApp(`${address}?from=2026-08-01T00:00:00Z&to=2026-11-01T00:00:00Z`);
  expect(await screen.findByText("Shown are the last 31 days of the period.")).toBeVisible();
  expect(backend.statisticsSearches.at(-1)?.get("from")).toBe("2026-10-01T00:00:00.000Z");
  unmount();

  const asked = backend.statisticsSearches.length;
  renderApp(`${address}?from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z`);
  expect(await screen.findByText("The period ends before it begins.")).toBeVisible();
  expect(backend.statisticsSearches).toHaveLength(asked);
});

test("the row's link tells on hovering what happened", async () => {
  aBackend().lists(aDelivery({ outcome: "FAILED", error: "iMIS refused it: because." }));
  renderApp(address);

  const table = within(await screen.findByRole("table", { name: "Deliveries" }));
  expect(await table.findByTitle("iMIS refused it: because.")).toHaveAttribute("href");
});
