import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { HttpResponse } from "msw";
import { afterEach, expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { cursorIn, marksIn, readJson, typeJson } from "../../testing/code-editor";
import { aConnection, northwind } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";
import { aSoundWebhook, memberSchema, webhookAnswers } from "../../testing/webhook-answers";

const { organizationId } = northwind;
const known = aSoundWebhook();
const address = paths.webhook(organizationId, known.id, "schema");

afterEach(() => localStorage.clear());

function aBackend(schema: Record<string, unknown> = memberSchema) {
  const backend = new Backend();
  backend.connection = aConnection();
  backend.webhooks = [aSoundWebhook({ schema })];
  webhookAnswers(backend);
  return backend;
}

/** The dialog, with a sample in it. */
async function sampling(sample: string) {
  aBackend();
  const app = renderApp(address);
  await app.user.click(await screen.findByText("Make from a sample payload"));
  const dialog = await screen.findByRole("dialog", {
    name: "Make a schema from a sample payload",
  });
  await typeJson("Sample payload", sample);
  await app.user.click(within(dialog).getByText("Find the properties"));
  return { ...app, dialog: within(dialog) };
}

test("a schema is made from payloads, corrected, used, and taken back", async () => {
  const { dialog, user } = await sampling(
    '[{"when": "2026-05-26", "count": 12345678901234567890, "note": null, "x": 1}, {"when": "2026-05-27", "count": 2, "note": "y"}]',
  );

  expect(dialog.getByText(/^4 properties in 2 payloads\./)).toHaveFocus();
  expect(dialog.getByLabelText("Format of when")).toHaveDisplayValue("Date");
  expect(dialog.getByLabelText("Type of count")).toHaveDisplayValue("Whole number");
  expect(dialog.getByText("12345678901234567890")).toBeVisible();
  expect(dialog.getByLabelText("note may be null")).toBeChecked();
  expect(dialog.getByLabelText("x is required")).not.toBeChecked();
  fireEvent.click(dialog.getByLabelText("Include x"));
  fireEvent.click(dialog.getByLabelText("count is required"));
  await user.click(dialog.getByText("Use this schema"));

  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(JSON.parse(await readJson("JSON Schema"))).toEqual({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    properties: {
      when: { type: "string", format: "date" },
      count: { type: "integer" },
      note: { type: ["string", "null"] },
    },
    required: ["when", "note"],
  });

  expect(
    screen.getByText(/^The schema made from your sample is in place of what was there\./),
  ).toBeVisible();
  await user.click(screen.getByText("Undo"));
  expect(JSON.parse(await readJson("JSON Schema"))).toEqual(memberSchema);
});

test("the first payload of the sample is what the preview begins with, digit by digit", async () => {
  const { dialog, user } = await sampling('[{"n": 12345678901234567890}, {"n": 2}]');
  await user.click(dialog.getByText("Use this schema"));

  await user.click(await screen.findByText("Preview", { selector: "button *" }));

  expect(await readJson("Sample payload")).toBe('{\n  "n": 12345678901234567890\n}');
});

test("what is nested is named as left out, with where it was", async () => {
  const { dialog } = await sampling(
    '{"id": 1, "address": {"city": "x", "zip": "y"}, "tags": ["a"]}',
  );

  const leftOut = within(dialog.getByLabelText("Left out"));
  expect(leftOut.getByText("address, an object with address.city, address.zip")).toBeVisible();
  expect(leftOut.getByText("tags, a list")).toBeVisible();
  expect(dialog.queryByLabelText("Include address")).not.toBeInTheDocument();
});

test("a sample that is no JSON says where, and leads there", async () => {
  const { dialog, user } = await sampling('{\n  "a": 1\n  "b": 2\n}');

  expect(await dialog.findByText("A comma is missing before this.")).toBeVisible();
  expect(await marksIn("Sample payload")).toEqual(['"b"']);
  await user.click(dialog.getByText("Line 3, column 3"));
  expect(await cursorIn("Sample payload")).toEqual({ line: 3, column: 3 });
});

test.each([
  ["", "Paste a payload first."],
  ["3", /^A payload is an object/],
  ["{}", "There are no properties in it."],
])("a sample of %j is refused in words", async (sample, words) => {
  const { dialog } = await sampling(sample);

  expect(await dialog.findByText(words)).toBeVisible();
});

test("all properties are included or required at once, and one without a name is left out", async () => {
  const { dialog, user } = await sampling('{"a": 1, "b": null, "": 2}');
  expect(dialog.getByText(/One payload cannot tell which of them are always there/)).toBeVisible();
  expect(dialog.getByLabelText("Include (no name)")).not.toBeChecked();

  fireEvent.click(dialog.getByLabelText("All required"));
  expect(dialog.getByLabelText("a is required")).not.toBeChecked();
  fireEvent.click(dialog.getByLabelText("Include all"));
  fireEvent.click(dialog.getByLabelText("Include all"));
  expect(dialog.getByText("Use this schema").closest("button")).toBeDisabled();
  fireEvent.click(dialog.getByLabelText("Include a"));
  await user.click(dialog.getByText("Use this schema"));

  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  const schema = JSON.parse(await readJson("JSON Schema"));
  expect(schema.properties).toEqual({ a: { type: "integer" } });
  expect(schema).not.toHaveProperty("required");
});

test("a new webhook’s schema begins with a sample, and the keyboard goes on in the schema", async () => {
  aBackend();
  const { user } = renderApp(paths.newWebhook(organizationId));
  await user.type(await screen.findByLabelText("Name"), "Renewals");
  await user.click(screen.getByText("Next Step"));
  await screen.findByText("Have an example of what the sender posts?");
  await user.click(screen.getByText("Make from a sample payload"));
  const dialog = within(await screen.findByRole("dialog"));
  await waitFor(() =>
    expect(dialog.getByRole("textbox", { name: "Sample payload" })).toHaveFocus(),
  );
  await typeJson("Sample payload", '{"a": 1}');
  await user.click(dialog.getByText("Find the properties"));

  await user.click(dialog.getByText("Use this schema"));

  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(screen.getByRole("textbox", { name: "JSON Schema" })).toHaveFocus();
  expect(screen.queryByText("Have an example of what the sender posts?")).not.toBeInTheDocument();
});

test("the schema needs a property, and going back keeps the sample", async () => {
  const { dialog, user } = await sampling('{"a": 1}');
  fireEvent.click(dialog.getByLabelText("Include a"));

  expect(dialog.getByText("Include at least one property.")).toBeVisible();
  expect(dialog.getByText("Use this schema").closest("button")).toBeDisabled();
  await user.click(dialog.getByText("Back to the sample"));
  expect(await readJson("Sample payload")).toBe('{"a": 1}');
});

test("a schema that is there is shown and saved with all its digits", async () => {
  const backend = aBackend();
  const saved = JSON.stringify(known).replace(
    '"type":"object"',
    '"type":"object","maxProperties":12345678901234567890',
  );
  const bodies: string[] = [];
  backend.answers(
    "get",
    "/organizations/:organizationId/webhooks/:webhookId",
    () => new HttpResponse(saved, { headers: { "Content-Type": "application/json" } }),
  );
  backend.answers(
    "put",
    "/organizations/:organizationId/webhooks/:webhookId",
    async ({ request }) => {
      bodies.push(await request.text());
      return HttpResponse.json(known);
    },
  );
  const { user } = renderApp(paths.webhook(organizationId, known.id));
  fireEvent.change(await screen.findByLabelText("Name"), { target: { value: "Other" } });

  await user.click(await screen.findByText("Review and save"));
  await user.click(await screen.findByText("Save", { selector: "button:not([class*=step]) *" }));

  await waitFor(() => expect(bodies).toHaveLength(1));
  expect(bodies[0]).toContain('"maxProperties": 12345678901234567890');
});

test("what is demanded of each property stands beside the schema", async () => {
  aBackend({
    type: "object",
    properties: {
      memberId: { type: "string", minLength: 2, maxLength: 10 },
      course: { type: "string", enum: ["A", "B"] },
    },
  });
  renderApp(address);

  const table = within(await screen.findByRole("table", { name: "Properties" }));
  expect(await table.findByText("2 to 10 characters")).toBeVisible();
  expect(table.getByText("one of “A”, “B”")).toBeVisible();
  expect(table.getAllByText("Text")).toHaveLength(2);
});
