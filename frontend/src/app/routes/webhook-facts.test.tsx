import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { catchDownloads } from "../../testing/downloads";
import { aVersion, northwind } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";
import { aSoundWebhook } from "../../testing/webhook-answers";
import { address, anEditorBackend, fill, known } from "../../testing/webhook-editor";

const { organizationId } = northwind;
const pausing = `PUT /organizations/${organizationId}/webhooks/${known.id}/paused`;

afterEach(() => localStorage.clear());

const facts = async () =>
  within(await screen.findByRole("region", { name: "The webhook as it is now" }));

test("the edit page shows the URL, the status, and ways to deliveries and versions", async () => {
  anEditorBackend();
  renderApp(address());

  const shown = await facts();
  expect(shown.getByText("Active")).toBeVisible();
  expect(shown.getByTitle(known.url)).toBeVisible();
  expect(shown.getByRole("button", { name: "Copy the URL of Course completions" })).toBeVisible();
  expect(shown.getByRole("link", { name: "Deliveries of Course completions" })).toHaveAttribute(
    "href",
    paths.deliveries(organizationId, `?webhook=${known.id}`),
  );
  expect(shown.getByRole("link", { name: "Version history" })).toHaveAttribute(
    "href",
    paths.webhookVersions(organizationId, known.id),
  );
  expect(shown.getByRole("link", { name: "Who may send" })).toHaveAttribute(
    "href",
    paths.webhookSenders(organizationId, known.id),
  );
  expect(screen.queryByText("This webhook is paused")).not.toBeInTheDocument();
});

test("the versions lead back to where it was edited, whichever of them was looked at", async () => {
  anEditorBackend().versions = [aVersion(), aVersion({ number: 2, isCurrent: false })];
  const { user, address: now } = renderApp(address("action"));
  await user.click((await facts()).getByRole("link", { name: "Version history" }));
  const versions = await screen.findByRole("navigation", { name: "Versions" });
  await user.click(within(versions).getAllByRole("link").at(-1) as HTMLElement);

  await user.click(screen.getByRole("link", { name: "Edit webhook" }));

  expect(await screen.findByRole("region", { name: "The webhook as it is now" })).toBeVisible();
  expect(now()).toBe(address("action"));
});

test("how to call it says that the examples lack the proof that is asked for", async () => {
  const backend = anEditorBackend();
  backend.answers("get", "/organizations/:organizationId/webhooks/:webhookId/verification", () => ({
    scheme: "GITHUB",
    networks: [],
  }));
  const { user } = renderApp(address());
  await user.click((await facts()).getByRole("button", { name: "How to call it" }));

  const dialog = await screen.findByRole("dialog", { name: "How to call “Course completions”" });
  expect(await within(dialog).findByText(/prove who they are \(GitHub\)/)).toBeVisible();
});

test("the sender gets a file that the backend makes", async () => {
  const downloads = catchDownloads();
  const backend = anEditorBackend();
  backend.answers(
    "get",
    "/organizations/:organizationId/webhooks/:webhookId/sender-documentation",
    ({ request }) =>
      new Response(`as ${new URL(request.url).searchParams.get("format")}`, {
        headers: { "Content-Disposition": 'attachment; filename="how-to-send.html"' },
      }),
  );
  const { user } = renderApp(address());
  await user.click((await facts()).getByRole("button", { name: "How to call it" }));
  await user.click(await screen.findByRole("button", { name: "Download for the sender" }));

  await waitFor(() => expect(downloads).toHaveLength(1));
  expect(downloads[0]?.name).toBe("how-to-send.html");
  expect(await downloads[0]?.text()).toBe("as HTML");
});

test("how to call it is told again, whenever somebody asks", async () => {
  anEditorBackend();
  const { user } = renderApp(address());
  const ask = (await facts()).getByRole("button", { name: "How to call it" });
  await user.click(ask);

  const dialog = await screen.findByRole("dialog", { name: "How to call “Course completions”" });
  expect(within(dialog).getByText(known.url, { selector: "code" })).toBeVisible();
  expect(await within(dialog).findByLabelText("curl example")).toHaveTextContent(known.url);
  await user.click(within(dialog).getByRole("button", { name: "Done" }));

  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  await waitFor(() => expect(ask).toHaveFocus());
});

test("a duplicate says that it is paused, and is resumed without losing what was typed", async () => {
  const backend = anEditorBackend();
  backend.webhooks = [aSoundWebhook({ isPaused: true })];
  const { user } = renderApp(address());
  expect((await facts()).getByText("Paused")).toBeVisible();
  expect(screen.getByText(/Every duplicate begins like this/)).toBeVisible();
  await fill("Name", "Course completions 2027");

  await user.click(screen.getByRole("button", { name: "Resume" }));

  await waitFor(() => expect(screen.getByText("The webhook is active again.")).toHaveFocus());
  expect((await facts()).getByText("Active")).toBeVisible();
  expect(screen.getByLabelText("Name")).toHaveValue("Course completions 2027");
  expect(backend.lastSent(pausing)).toEqual({ isPaused: false });
});

test("what could not be resumed stays paused, and says why", async () => {
  const backend = anEditorBackend();
  backend.webhooks = [aSoundWebhook({ isPaused: true })];
  backend.answers("put", "/organizations/:organizationId/webhooks/:webhookId/paused", () =>
    problem(503, "unavailable", "Inlet cannot do this right now; try again in a moment"),
  );
  const { user } = renderApp(address());

  await user.click(await screen.findByRole("button", { name: "Resume" }));

  expect(await screen.findByText("The webhook was not resumed")).toBeVisible();
  expect((await facts()).getByText("Paused")).toBeVisible();
});

test("a webhook that is not there yet has no facts", async () => {
  anEditorBackend();
  renderApp(paths.newWebhook(organizationId));

  expect(await screen.findByLabelText("Name")).toBeVisible();
  expect(screen.queryByRole("button", { name: "How to call it" })).not.toBeInTheDocument();
});
