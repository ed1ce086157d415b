import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { graceAs, northwind } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";
import { address, anEditorBackend, button, heading } from "../../testing/webhook-editor";

const { organizationId } = northwind;
const list = paths.webhooks(organizationId);

afterEach(() => localStorage.clear());

test("what was typed is there again after the page was loaded anew, and can be discarded", async () => {
  anEditorBackend();
  const first = renderApp(address());
  await first.user.type(await screen.findByRole("textbox", { name: "Name" }), " of 2027");
  first.unmount();

  const app = renderApp(address());

  expect(await screen.findByText("Your unsaved changes were restored")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Course completions of 2027");
  await app.user.click(button("Discard"));
  await app.user.click(await screen.findByRole("button", { name: "Discard changes" }));
  expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Course completions");
  expect(localStorage).toHaveLength(0);
});

test("somebody else at the same computer is not shown a draft", async () => {
  const backend = anEditorBackend();
  const first = renderApp(address());
  await first.user.type(await screen.findByRole("textbox", { name: "Name" }), " of 2027");
  first.unmount();
  backend.me = { ...graceAs("EDITOR"), id: "018f0000-0000-7000-8000-0000000000ee" };

  renderApp(address());

  expect(await screen.findByRole("textbox", { name: "Name" })).toHaveValue("Course completions");
});

test("another tab that changes the same draft is told of, and no other one", async () => {
  anEditorBackend();
  const app = renderApp(address());
  await app.user.type(await screen.findByRole("textbox", { name: "Name" }), "!");
  const [key = ""] = Object.keys(localStorage);
  const tell = (changed: string, newValue: string | null) =>
    act(() => window.dispatchEvent(new StorageEvent("storage", { key: changed, newValue })));

  tell("inlet.draft.other", "{}");
  tell(key, null);
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  tell(key, "{}");

  const alert = screen.getByRole("alert");
  expect(alert).toHaveTextContent("You are changing this in another tab, too");
  await app.user.click(within(alert).getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

test("a session that expires while saving leads to signing in and back to the draft", async () => {
  const backend = anEditorBackend();
  const app = renderApp(address());
  await app.user.type(await screen.findByRole("textbox", { name: "Name" }), " of 2027");
  await app.user.click(button("Review and save"));
  await heading("Save");
  backend.endSession();

  await app.user.click(button("Save"));

  await app.user.type(await screen.findByLabelText("E-mail address"), "grace@northwind.example");
  await app.user.type(screen.getByLabelText("Password"), "correct horse{Enter}");
  expect(await screen.findByText("Your unsaved changes were restored")).toBeVisible();
  expect(app.address()).toBe(address("save"));
  await app.user.click(button("Save"));

  expect(await screen.findByText("“Course completions of 2027” is saved.")).toBeVisible();
});

test("leaving with changes asks first, and not after saving", async () => {
  anEditorBackend();
  const app = renderApp(address());
  await app.user.type(await screen.findByRole("textbox", { name: "Name" }), "!");

  await app.user.click(screen.getByRole("link", { name: "Deliveries" }));
  const dialog = await screen.findByRole("dialog", { name: "Leave without saving?" });
  await app.user.click(within(dialog).getByRole("button", { name: "Keep editing" }));
  expect(app.address()).toBe(address());

  await app.user.click(button("Review and save"));
  await heading("Save");
  await app.user.click(button("Save"));

  expect(await screen.findByText("“Course completions!” is saved.")).toBeVisible();
  expect(app.address()).toBe(list);
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

test("a page without changes is left without a question", async () => {
  anEditorBackend();
  const app = renderApp(address());
  await screen.findByRole("textbox", { name: "Name" });

  await app.user.click(screen.getByRole("link", { name: "Deliveries" }));

  expect(await screen.findByRole("heading", { name: "Deliveries" })).toBeVisible();
});

test("after an edit what was restored is no longer discarded alone, and the next step says nothing of it", async () => {
  anEditorBackend();
  const first = renderApp(address());
  await first.user.type(await screen.findByRole("textbox", { name: "Name" }), " of 2027");
  first.unmount();
  const app = renderApp(address());
  await screen.findByText("Your unsaved changes were restored");

  await app.user.type(screen.getByRole("textbox", { name: "Name" }), "!");
  expect(screen.queryByRole("button", { name: "Discard" })).not.toBeInTheDocument();
  await app.user.click(button("Next Step"));

  expect(screen.queryByText("Your unsaved changes were restored")).not.toBeInTheDocument();
});

test("discarding what was restored begins anew, and typing stays on the step that is shown", async () => {
  anEditorBackend();
  const first = renderApp(paths.newWebhook(organizationId));
  await first.user.type(await screen.findByRole("textbox", { name: "Name" }), "Completions");
  await first.user.click(button("Next Step"));
  await heading("JSON Schema");
  first.unmount();
  const app = renderApp(paths.newWebhook(organizationId, "save"));
  await app.user.click(await screen.findByRole("button", { name: "Discard" }));
  await app.user.click(await screen.findByRole("button", { name: "Discard changes" }));
  await heading("General");
  expect(app.address()).toBe(paths.newWebhook(organizationId, "general"));
  // While it goes, it holds the keyboard.
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

  await app.user.type(screen.getByRole("textbox", { name: "Name" }), "Renewals");

  expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Renewals");
  expect(app.address()).toBe(paths.newWebhook(organizationId, "general"));
});
