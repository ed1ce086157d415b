import { fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { renderApp } from "../../testing/render-app";
import { aField, aSoundWebhook } from "../../testing/webhook-answers";
import {
  address,
  anEditorBackend,
  button,
  heading,
  valueField,
} from "../../testing/webhook-editor";

// What every object of JavaScript already has something under.
const names = ["constructor", "__proto__", "toString", "hasOwnProperty"];

afterEach(() => localStorage.clear());

/** A webhook into a panel with these fields, the first of which is mapped. */
function aBackendOfSuchNames() {
  const backend = anEditorBackend();
  const panel = "/organizations/:organizationId/actions/:type/panels/:panel";
  backend.answers("get", panel, () => ({
    name: "Odd",
    label: "Odd",
    ownerField: "ID",
    readAt: "2026-11-28T09:00:00Z",
    fields: names.map((name) => aField(name, { isRequired: name === "__proto__" })),
  }));
  backend.answers("get", "/organizations/:organizationId/actions/:type/panels", () => ({
    items: [{ name: "Odd", label: "Odd" }],
    nextCursor: null,
    readAt: "2026-11-28T09:00:00Z",
  }));
  const properties = names.map((name) => `${JSON.stringify(name)}: {"type": "string"}`).join();
  backend.webhooks = [
    aSoundWebhook({
      schema: JSON.parse(`{"type": "object", "properties": {${properties}}}`),
      action: {
        type: "imis.panel",
        panel: "Odd",
        mapping: [
          { field: "constructor", value: "$$toString$$" },
          { field: "valueOf", value: "lost" },
        ],
      },
    }),
  ];
  return backend;
}

test("fields and properties may have names that every object knows", async () => {
  aBackendOfSuchNames();
  const first = renderApp(address("action"));

  expect(await valueField("constructor")).toHaveValue("$$toString$$");
  expect(await valueField("__proto__")).toHaveValue("");
  expect(await valueField("hasOwnProperty")).toHaveValue("");
  expect(screen.getByText("lost")).toBeVisible();
  await first.user.click(button("Remove the value of valueOf"));
  fireEvent.change(await valueField("__proto__"), { target: { value: "$$__proto__$$" } });
  await waitFor(() => expect(screen.getByText("2 of 4 mapped")).toBeVisible());
  first.unmount();

  const app = renderApp(address("action"));
  expect(await valueField("__proto__")).toHaveValue("$$__proto__$$");
  await app.user.click(button("Review and save"));
  await heading("Save");

  expect(screen.getByText("$$__proto__$$")).toBeVisible();
  expect(screen.getByText("$$toString$$")).toBeVisible();
});

test("a required field of such a name is missed", async () => {
  aBackendOfSuchNames();
  const app = renderApp(address("action"));
  await valueField("__proto__");

  await app.user.click(button("Next Step"));

  expect(await screen.findByText("Give __proto__ a value, or insert a property.")).toBeVisible();
});

function aBackendWhosePreviewFails() {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  anEditorBackend().answers("post", "/organizations/:organizationId/webhooks/preview", () => ({
    record: "none",
  }));
}

test("an editor that fails lets its draft be given up", async () => {
  anEditorBackend();
  const first = renderApp(address());
  await first.user.type(await screen.findByRole("textbox", { name: "Name" }), " of 2027");
  first.unmount();
  aBackendWhosePreviewFails();

  const app = renderApp(address("preview"));
  await app.user.click(await screen.findByRole("button", { name: "Discard changes" }));
  await screen.findByText("Discard your unsaved changes?");
  expect(localStorage).toHaveLength(1);
  const [, confirm] = screen.getAllByRole("button", { name: "Discard changes", hidden: true });
  await app.user.click(confirm as HTMLElement);

  expect(localStorage).toHaveLength(0);
  expect(await screen.findByRole("textbox", { name: "Name" })).toHaveValue("Course completions");
});

test("an editor that fails without a draft offers to give none up", async () => {
  aBackendWhosePreviewFails();

  renderApp(address("preview"));

  expect(await screen.findByText("Something went wrong")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Discard changes" })).not.toBeInTheDocument();
});
