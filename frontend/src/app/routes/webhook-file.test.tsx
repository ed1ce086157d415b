import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Role } from "../../api/schema";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { catchDownloads } from "../../testing/downloads";
import { aWebhook, graceAs, northwind } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const { organizationId } = northwind;
const address = paths.webhooks(organizationId);
const path = "/organizations/:organizationId/webhooks/export";

function backendAs(role: Role): Backend {
  const backend = new Backend();
  backend.me = graceAs(role);
  backend.webhooks = [aWebhook()];
  return backend;
}

test("whoever may see webhooks takes them along as a file, by keyboard alone", async () => {
  const downloads = catchDownloads();
  backendAs("VIEWER").answers(
    "get",
    path,
    () =>
      new Response("version: 1\n", {
        headers: { "Content-Disposition": 'attachment; filename="inlet.yaml"' },
      }),
  );
  const { user } = renderApp(address);
  const button = await screen.findByRole("button", { name: "Download as YAML" });
  button.focus();
  await user.keyboard("{Enter}");

  const download = await screen.findByRole("button", { name: "Download inlet-northwind.yaml" });
  await waitFor(() => expect(download).toHaveFocus());
  await user.keyboard("{Enter}");
  await waitFor(() => expect(downloads).toHaveLength(1));
  expect(downloads[0]?.name).toBe("inlet-northwind.yaml");
  expect(await downloads[0]?.text()).toBe("version: 1\n");

  await user.keyboard("{Escape}");
  await waitFor(() => expect(button).toHaveFocus());
});

test("it says that no secret is in the file, and how it is applied", async () => {
  backendAs("ADMIN");
  const { user } = renderApp(address);
  await user.click(await screen.findByRole("button", { name: "Download as YAML" }));

  const dialog = within(await screen.findByRole("dialog", { name: "Download webhooks as YAML" }));
  expect(dialog.getByText(/No secret and no URL is in it/)).toBeVisible();
  const commands = dialog.getByRole("group", { name: "Commands to plan and apply the file" });
  expect(commands).toHaveTextContent(`curl -fO ${location.origin}/cli/inlet`);
  expect(commands).toHaveTextContent(`INLET_URL=${location.origin}`);
  expect(commands).toHaveTextContent(`INLET_ORGANIZATION=${organizationId}`);
  expect(commands).toHaveTextContent("sh inlet apply inlet-northwind.yaml");
  expect(dialog.getByRole("link", { name: "API keys" })).toHaveAttribute(
    "href",
    paths.apiKeys(organizationId),
  );
  expect(dialog.getByRole("link", { name: "API reference" })).toHaveAttribute(
    "href",
    "/api-reference#webhooks-as-code",
  );
});

test("whoever may make no API key is told who does", async () => {
  backendAs("EDITOR");
  const { user } = renderApp(address);
  await user.click(await screen.findByRole("button", { name: "Download as YAML" }));

  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/An admin makes API keys/)).toBeVisible();
  expect(dialog.queryByRole("link", { name: "API keys" })).not.toBeInTheDocument();
});

test("a file that could not be made says why, and is asked for again", async () => {
  const downloads = catchDownloads();
  const backend = backendAs("EDITOR");
  let isBroken = true;
  backend.answers("get", path, () =>
    isBroken
      ? problem(503, "unavailable", "Inlet cannot do this right now; try again in a moment")
      : new Response("version: 1\n"),
  );
  const { user } = renderApp(address);
  await user.click(await screen.findByRole("button", { name: "Download as YAML" }));
  const download = await screen.findByRole("button", { name: /^Download inlet/ });
  await user.click(download);

  const dialog = within(await screen.findByRole("dialog"));
  expect(await dialog.findByText("The file could not be made")).toBeVisible();
  expect(dialog.getByRole("alert")).toHaveTextContent("try again in a moment");
  expect(downloads).toHaveLength(0);

  isBroken = false;
  await user.click(download);
  await waitFor(() => expect(downloads).toHaveLength(1));
  expect(screen.queryByText("The file could not be made")).not.toBeInTheDocument();
});

test("an organization without webhooks has none to take along", async () => {
  new Backend();
  renderApp(address);

  expect(await screen.findByRole("heading", { name: "No webhooks yet" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Download as YAML" })).not.toBeInTheDocument();
});
