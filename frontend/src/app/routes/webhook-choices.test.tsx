import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Choice } from "../../api/schema";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";
import { activity, aField, aSoundWebhook, panelAction } from "../../testing/webhook-answers";
import { address, anEditorBackend, button, valueField } from "../../testing/webhook-editor";

afterEach(() => localStorage.clear());

const choices = "/organizations/:organizationId/actions/:type/choices/:field";
const panels = "/organizations/:organizationId/actions/:type/panels";
const typed = { ...activity, fieldsWithChoices: ["ACTIVITY_TYPE"] };
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

const types: Choice[] = [
  {
    value: "COURSE",
    label: "Course attended",
    warning: null,
    fields: [{ name: "NOTE", label: "What was learned" }],
  },
  { value: "DUES", label: "Dues", warning: "iMIS itself writes those.", fields: [] },
  { value: "constructor", label: "constructor", warning: null, fields: [] },
];

function aBackendWithTypes(items = types) {
  const backend = anEditorBackend([typed, panelAction]);
  backend.answers("get", choices, () => ({ items, nextCursor: null, readAt: minutesAgo(4) }));
  return backend;
}

test("the activity types of iMIS are offered, and any other value is taken", async () => {
  aBackendWithTypes();
  const app = renderApp(address("action"));
  const picker = await screen.findByRole("combobox", { name: "Choices for Activity Type" });
  expect(picker).toHaveDisplayValue("COURSE – Course attended");
  expect(within(picker).getByRole("option", { name: "constructor" })).toBeInTheDocument();

  await app.user.selectOptions(picker, "DUES");

  expect(await valueField("Activity Type")).toHaveValue("DUES");
  expect(screen.getByText("iMIS itself writes those.")).toBeVisible();

  await app.user.clear(await valueField("Activity Type"));
  await app.user.type(await valueField("Activity Type"), "OWN");
  expect(screen.getByText("Your iMIS does not list “OWN” here.")).toBeVisible();
  await app.user.clear(await valueField("Activity Type"));
  await app.user.type(await valueField("Activity Type"), "$$memberId$$ ");
  expect(screen.queryByText(/does not list/)).not.toBeInTheDocument();
});

test("the fields that a type uses come first, by the names that it gives them", async () => {
  aBackendWithTypes();
  const app = renderApp(address("action"));

  const used = await screen.findByRole("region", { name: "Fields that this type uses" });
  expect(within(used).getByRole("textbox", { name: "Value of What was learned" })).toBeVisible();
  expect(within(used).getByText("NOTE")).toBeVisible();
  expect(within(used).getAllByRole("textbox")).toHaveLength(1);

  await app.user.selectOptions(
    screen.getByRole("combobox", { name: "Choices for Activity Type" }),
    "DUES",
  );
  expect(await valueField("Note")).toBeVisible();
  expect(screen.queryByText("Fields that this type uses")).not.toBeInTheDocument();
});

test("types that cannot be read are a line, and nothing else is missing", async () => {
  const backend = anEditorBackend([typed, panelAction]);
  backend.answers("get", choices, () =>
    problem(409, "connection-required", "Connect the organization to iMIS first"),
  );
  renderApp(address("action"));

  expect(
    await screen.findByText("No choices are shown. Connect the organization to iMIS first."),
  ).toBeVisible();
  expect(screen.queryByRole("combobox", { name: /^Choices/ })).not.toBeInTheDocument();
  expect(await valueField("Activity Type")).toHaveValue("COURSE");
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

test("the types are read again when somebody asks for it", async () => {
  const backend = anEditorBackend([typed, panelAction]);
  const searches: string[] = [];
  backend.answers("get", choices, ({ request }) => {
    searches.push(new URL(request.url).search);
    const isNew = searches.length > 1;
    return { items: isNew ? [] : types, nextCursor: null, readAt: minutesAgo(isNew ? 0 : 4) };
  });
  const app = renderApp(address("action"));
  expect(await screen.findByText("Read from iMIS 4 minutes ago")).toBeVisible();

  await app.user.click(button("Refresh: Activity Type"));

  expect(await screen.findByText("Read from iMIS just now")).toBeVisible();
  expect(searches).toEqual(["", "?refresh=true"]);
});

test("a field with allowed values offers them", async () => {
  const level = aField("Level", {
    allowedValues: ["Beginner", "Expert", ...Array.from({ length: 500 }, (_, i) => `Level ${i}`)],
  });
  const backend = anEditorBackend([{ ...activity, fields: [level] }]);
  backend.webhooks = [aSoundWebhook({ action: { type: "imis.activity", mapping: [] } })];
  const app = renderApp(address("action"));

  await app.user.selectOptions(
    await screen.findByRole("combobox", { name: "Choices for Level" }),
    "Expert",
  );

  expect(await valueField("Level")).toHaveValue("Expert");
  expect(screen.getByText(/^One of “Beginner”, .* and 494 more\.$/)).toBeVisible();
});

test("panels tell their age and are read again, with the fields of the chosen one", async () => {
  const panel = { name: "Interests", label: "Interests" };
  const backend = anEditorBackend();
  backend.webhooks = [
    aSoundWebhook({ action: { type: "imis.panel", panel: "Interests", mapping: [] } }),
  ];
  let reads = 0;
  backend.answers("get", panels, ({ request }) => {
    const isNew = new URL(request.url).searchParams.get("refresh") === "true";
    return { items: [panel], nextCursor: null, readAt: minutesAgo(isNew ? 0 : 7) };
  });
  backend.answers("get", `${panels}/:panel`, ({ request }) => {
    const isNew = new URL(request.url).searchParams.get("refresh") === "true";
    reads += 1;
    const fields = [aField(isNew ? "Topic" : "Interest")];
    return { ...panel, ownerField: "ID", fields, readAt: minutesAgo(isNew ? 0 : 7) };
  });
  const app = renderApp(address("action"));
  expect(await valueField("Interest")).toBeVisible();
  expect(await screen.findByText("Read from iMIS 7 minutes ago")).toBeVisible();

  await app.user.click(button("Refresh: Panels"));

  expect(await valueField("Topic")).toBeVisible();
  expect(screen.getByText("Read from iMIS just now")).toBeVisible();
  expect(reads).toBe(2);
});

test("what was read stays when iMIS cannot be read again", async () => {
  const backend = aBackendWithTypes();
  const app = renderApp(address("action"));
  await screen.findByText("Read from iMIS 4 minutes ago");
  backend.answers("get", choices, () => problem(502, "target-unreadable", "iMIS is busy."));

  await app.user.click(button("Refresh: Activity Type"));

  expect(await screen.findByText("iMIS is busy.")).toBeVisible();
  expect(screen.getByText("Read from iMIS 4 minutes ago")).toBeVisible();
  expect(screen.getByRole("combobox", { name: "Choices for Activity Type" })).toBeVisible();
});

test("a webhook whose panel changed says so and can be saved as it is", async () => {
  const backend = anEditorBackend();
  const drift = {
    foundAt: "2026-11-28T09:00:00Z",
    problems: [{ field: "Level", message: "Level no longer takes: Expert." }],
  };
  const drifted = aSoundWebhook({ drift });
  backend.webhooks = [drifted];
  backend.answers("put", "/organizations/:organizationId/webhooks/:webhookId", () => {
    backend.webhooks = [{ ...drifted, drift: null }];
    return backend.webhooks[0];
  });
  const app = renderApp(address("save"));
  expect(await screen.findByText("The panel has changed in iMIS")).toBeVisible();
  expect(screen.getByText("Level no longer takes: Expert.")).toBeVisible();
  expect(
    await screen.findByText("Saving takes over the panel as it is in iMIS now."),
  ).toBeVisible();

  await app.user.click(button("Save"));

  await waitFor(() => expect(screen.queryByText("Needs attention")).not.toBeInTheDocument());
  expect(backend.sent.map(({ call }) => call)).toContainEqual(expect.stringMatching(/^PUT /));
});

test("the list marks a webhook whose panel changed", async () => {
  const backend = anEditorBackend();
  backend.webhooks = [aSoundWebhook({ drift: { foundAt: "2026-11-28T09:00:00Z", problems: [] } })];
  renderApp(address().replace(/\/[^/]*$/, ""));

  expect(await screen.findByText("Needs attention")).toBeVisible();
});

test("the notice leads to the mapping", async () => {
  const backend = anEditorBackend();
  backend.webhooks = [
    aSoundWebhook({
      drift: { foundAt: "2026-11-28T09:00:00Z", problems: [{ field: null, message: "Gone." }] },
    }),
  ];
  const app = renderApp(address());

  await app.user.click(await screen.findByRole("button", { name: "Go to the mapping" }));

  expect(app.address()).toBe(address("action"));
});
