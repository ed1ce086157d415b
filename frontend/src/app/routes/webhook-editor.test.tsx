import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { typeJson } from "../../testing/code-editor";
import { aConnection, graceAs, northwind } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";
import {
  activity,
  aField,
  aSoundWebhook,
  memberSchema,
  panelAction,
  webhookAnswers,
} from "../../testing/webhook-answers";

const { organizationId } = northwind;
const list = paths.webhooks(organizationId);
const known = aSoundWebhook();
const address = (step?: string) => paths.webhook(organizationId, known.id, step);
const put = `PUT /organizations/${organizationId}/webhooks/${known.id}`;

afterEach(() => localStorage.clear());

function aBackend(actions?: Parameters<typeof webhookAnswers>[1]) {
  const backend = new Backend();
  backend.connection = aConnection();
  backend.webhooks = [known];
  webhookAnswers(backend, actions);
  return backend;
}

const heading = (name: string) => screen.findByRole("heading", { name, level: 2 });
const valueField = (label: string) => screen.findByRole("textbox", { name: `Value of ${label}` });
const button = (name: string) => screen.getByRole("button", { name });

// By label and at once: asking for roles and typing key by key take their time in jsdom.
const fill = async (label: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });

const stepOf = (name: string) => screen.getByText(name, { selector: "button *" }).closest("button");

const writeSchema = (schema: object) => typeJson("JSON Schema", JSON.stringify(schema));

test("a property is inserted where the cursor is", async () => {
  const backend = aBackend();
  backend.webhooks = [aSoundWebhook({ action: { type: "imis.activity", mapping: [] } })];
  const app = renderApp(address("action"));

  await app.user.click(await screen.findByLabelText("Value of ID"));
  await app.user.click(button("Insert memberId into ID"));

  expect(screen.getByLabelText("Value of ID")).toHaveValue("$$memberId$$");
  expect(screen.getByText("Inserted memberId into ID.")).toBeInTheDocument();
});

test("a name that is missing is said there, and the step stays", async () => {
  aBackend();
  const app = renderApp(paths.newWebhook(organizationId));

  await heading("General");
  await app.user.click(button("Next Step"));

  expect(await screen.findByText("Give the webhook a name.")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Name" })).toHaveFocus();
});

test("a webhook is made from an empty list to its URL", async () => {
  const backend = aBackend();
  backend.webhooks = [];
  const app = renderApp(list);
  await app.user.click(await screen.findByText("Add the first webhook"));

  await screen.findByLabelText("Name");
  expect(stepOf("JSON Schema")).toBeDisabled();
  await fill("Name", "Completions");
  await app.user.click(screen.getByText("Next Step"));

  await writeSchema(memberSchema);
  await waitFor(() => expect(stepOf("Action")).toBeEnabled());
  await app.user.click(screen.getByText("Next Step"));

  await app.user.click(await screen.findByPlaceholderText("Choose an action"));
  await app.user.click(await screen.findByText("Insert an activity"));
  await fill("Value of Activity Type", "COURSE");
  await fill("Value of ID", "$$memberId$$");
  await app.user.click(screen.getByText("Next Step"));

  await screen.findByLabelText("Sample payload");
  await app.user.click(screen.getByText("Next Step"));
  await app.user.click(await screen.findByText("Save webhook"));

  expect(await screen.findByText("“Completions” is ready")).toBeVisible();
  expect(app.address()).toBe(list);
  expect(screen.getAllByText(known.url)[0]).toBeVisible();
  expect(screen.getByText(/^curl -X POST 'https:/)).toHaveTextContent('"memberId"');
  expect(backend.lastSent(`POST /organizations/${organizationId}/webhooks`)).toEqual({
    name: "Completions",
    schema: memberSchema,
    action: {
      type: "imis.activity",
      mapping: [
        { field: "ACTIVITY_TYPE", value: "COURSE" },
        { field: "PartyId", value: "$$memberId$$" },
      ],
    },
    acknowledgement: "AFTER_ACTION",
    deadlineSeconds: 10,
  });
  expect(localStorage).toHaveLength(0);
});

test("a new webhook’s later steps cannot be reached by their address", async () => {
  aBackend();
  renderApp(paths.newWebhook(organizationId, "save"));

  expect(await heading("General")).toBeVisible();
});

test("all steps of a webhook that is there can be gone to, and going back goes a step back", async () => {
  aBackend();
  const app = renderApp(address());
  await heading("General");

  await app.user.click(screen.getByRole("button", { name: /Action$/ }));

  expect(await valueField("ID")).toHaveValue("$$memberId$$");
  expect(app.address()).toBe(address("action"));
  expect(await heading("Action")).toHaveFocus();
  await app.user.click(button("Back"));
  expect(await heading("JSON Schema")).toBeVisible();
});

test("what was typed is there again after the page was loaded anew, and can be discarded", async () => {
  aBackend();
  const first = renderApp(address());
  await first.user.type(await screen.findByRole("textbox", { name: "Name" }), " of 2027");
  first.unmount();

  const app = renderApp(address());

  expect(await screen.findByText("Your unsaved changes were restored")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Course completions of 2027");
  await app.user.click(button("Discard"));
  expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Course completions");
  expect(localStorage).toHaveLength(0);
});

test("somebody else at the same computer is not shown a draft", async () => {
  const backend = aBackend();
  const first = renderApp(address());
  await first.user.type(await screen.findByRole("textbox", { name: "Name" }), " of 2027");
  first.unmount();
  backend.me = { ...graceAs("EDITOR"), id: "018f0000-0000-7000-8000-0000000000ee" };

  renderApp(address());

  expect(await screen.findByRole("textbox", { name: "Name" })).toHaveValue("Course completions");
});

test("a session that expires while saving leads to signing in and back to the draft", async () => {
  const backend = aBackend();
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
  aBackend();
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
  aBackend();
  const app = renderApp(address());
  await screen.findByRole("textbox", { name: "Name" });

  await app.user.click(screen.getByRole("link", { name: "Deliveries" }));

  expect(await screen.findByRole("heading", { name: "Deliveries" })).toBeVisible();
});

test("what somebody else saved meanwhile keeps the draft and can be saved over", async () => {
  const backend = aBackend();
  const app = renderApp(address());
  await app.user.type(await screen.findByRole("textbox", { name: "Name" }), " (mine)");
  backend.webhooks = [aSoundWebhook({ revision: 6, version: 4, deadlineSeconds: 20 })];
  await app.user.click(button("Review and save"));
  await heading("Save");

  await app.user.click(button("Save"));

  expect(await screen.findByText("Somebody else saved this webhook in the meantime")).toBeVisible();
  expect(screen.getByText(/differ in: name, acknowledgement or deadline/)).toBeVisible();
  await app.user.click(button("Keep mine, to save over theirs"));
  await app.user.click(button("Save"));

  expect(await screen.findByText("“Course completions (mine)” is saved.")).toBeVisible();
  expect(backend.lastSent(put)).toMatchObject({ revision: 6, deadlineSeconds: 10 });
});

test("what somebody else renamed meanwhile is not undone", async () => {
  const backend = aBackend();
  const app = renderApp(address());
  await fill("Name", "Mine");
  backend.webhooks = [aSoundWebhook({ revision: 6, name: "Theirs" })];
  await app.user.click(button("Review and save"));
  await heading("Save");
  await app.user.click(button("Save"));

  expect(await screen.findByText("Somebody else saved this webhook in the meantime")).toBeVisible();
  expect(screen.getByText(/differ in: name/)).toBeVisible();
  expect(backend.webhooks[0]?.name).toBe("Theirs");
});

test("the version history is a link away", async () => {
  aBackend();
  renderApp(address());

  expect(await screen.findByRole("link", { name: "Version history" })).toHaveAttribute(
    "href",
    paths.webhookVersions(organizationId, known.id),
  );
});

test("what somebody else saved meanwhile can be loaded instead", async () => {
  const backend = aBackend();
  const app = renderApp(address());
  await app.user.type(await screen.findByRole("textbox", { name: "Name" }), " (mine)");
  backend.webhooks = [aSoundWebhook({ revision: 6, name: "Theirs" })];
  await app.user.click(button("Review and save"));
  await heading("Save");
  await app.user.click(button("Save"));

  await app.user.click(await screen.findByRole("button", { name: "Load theirs, discard mine" }));

  await app.user.click(screen.getByRole("button", { name: /General$/ }));
  expect(await screen.findByRole("textbox", { name: "Name" })).toHaveValue("Theirs");
});

test("what a colleague paused meanwhile is saved without a conflict, and stays paused", async () => {
  const backend = aBackend();
  const app = renderApp(address());
  await app.user.type(await screen.findByRole("textbox", { name: "Name" }), "!");
  backend.webhooks = [aSoundWebhook({ isPaused: true })];
  await app.user.click(button("Review and save"));
  await heading("Save");
  await app.user.click(button("Save"));

  await screen.findByText("“Course completions!” is saved.");
  expect(backend.lastSent(put)).not.toHaveProperty("isPaused");
  expect(backend.webhooks[0]).toMatchObject({ name: "Course completions!", isPaused: true });
});

test("a mapping that Inlet refuses leads to its field", async () => {
  const backend = aBackend();
  backend.answers("put", "/organizations/:organizationId/webhooks/:webhookId", () =>
    problem(422, "invalid-definition", "The webhook cannot be saved like this", {
      fields: { "action/mapping/1/value": "ID takes at most 10 characters." },
    }),
  );
  const app = renderApp(address());
  await app.user.type(await screen.findByRole("textbox", { name: "Name" }), "!");
  await app.user.click(button("Review and save"));
  await heading("Save");

  await app.user.click(button("Save"));

  expect(await screen.findByText("ID takes at most 10 characters.")).toBeVisible();
  expect(app.address()).toBe(address("action"));
  await waitFor(async () => expect(await valueField("ID")).toHaveFocus());
});

test("a required field without a value is said there, one that fills itself is not", async () => {
  aBackend();
  const app = renderApp(address("action"));
  await app.user.clear(await valueField("Activity Type"));

  await app.user.click(button("Next Step"));

  expect(
    await screen.findByText("Give Activity Type a value, or insert a property."),
  ).toBeVisible();
  expect(await valueField("Activity Type")).toHaveFocus();
  expect(screen.queryByText(/Give Transaction Date/)).not.toBeInTheDocument();
  expect(screen.getByText("Left blank, it becomes the current date and time.")).toBeVisible();
});

test("a property that the schema lost is named where it is used", async () => {
  const backend = aBackend();
  backend.webhooks = [
    aSoundWebhook({ schema: { ...memberSchema, properties: { member: { type: "string" } } } }),
  ];
  renderApp(address("action"));

  expect(
    await screen.findByText("1 value uses a property that the schema does not have"),
  ).toBeVisible();
  expect(screen.getByText("ID: “memberId”")).toBeVisible();
});

test("fields are searched, and only the mapped ones shown", async () => {
  aBackend();
  const app = renderApp(address("action"));
  await valueField("Note");
  expect(screen.getByText("2 of 5 mapped")).toBeVisible();

  await app.user.type(screen.getByRole("searchbox", { name: "Search fields" }), "categ");
  expect(screen.queryByRole("textbox", { name: "Value of Note" })).not.toBeInTheDocument();
  expect(await valueField("Category")).toBeVisible();
  await app.user.clear(screen.getByRole("searchbox", { name: "Search fields" }));

  await app.user.click(screen.getByRole("switch", { name: "Only mapped" }));
  expect(await valueField("ID")).toBeVisible();
  expect(screen.queryByRole("textbox", { name: "Value of Category" })).not.toBeInTheDocument();
});

test("a property without a place to go says so", async () => {
  aBackend();
  const app = renderApp(address("action"));

  await app.user.click(await screen.findByRole("button", { name: "Insert course" }));

  expect(screen.getAllByText("Click into a value first, then on the property.")[0]).toBeVisible();
});

test("changing the action with mapped values asks first, and panels bring their own fields", async () => {
  const backend = aBackend();
  const panels = "/organizations/:organizationId/actions/:type/panels";
  backend.answers("get", panels, () => ({
    items: [{ name: "Volunteer_Interests", label: "Volunteer Interests" }],
    nextCursor: null,
  }));
  backend.answers("get", `${panels}/:panel`, () => ({
    name: "Volunteer_Interests",
    label: "Volunteer Interests",
    ownerField: "ID",
    fields: [aField("Interest", { isRequired: true })],
  }));
  const app = renderApp(address("action"));
  await valueField("ID");

  await app.user.click(screen.getByRole("combobox", { name: "Action" }));
  await app.user.click(await screen.findByRole("option", { name: "Insert a panel record" }));
  const dialog = await screen.findByRole("dialog", { name: "Change the action?" });
  expect(dialog).toHaveTextContent("the 2 values that you mapped are removed");
  await app.user.click(within(dialog).getByRole("button", { name: "Change and remove values" }));
  await app.user.click(await screen.findByRole("combobox", { name: "Panel" }));
  await app.user.click(await screen.findByRole("option", { name: "Volunteer Interests" }));

  expect(await valueField("Interest")).toHaveValue("");
});

test("panels that cannot be read say why, and can be asked for again", async () => {
  const backend = aBackend();
  backend.webhooks = [
    aSoundWebhook({ action: { type: "imis.panel", panel: "Volunteer", mapping: [] } }),
  ];
  const unreadable = () => problem(502, "imis-unreadable", "iMIS refused the password.");
  backend.answers("get", "/organizations/:organizationId/actions/:type/panels", unreadable);
  backend.answers("get", "/organizations/:organizationId/actions/:type/panels/:panel", unreadable);
  renderApp(address("action"));

  const alerts = await screen.findAllByRole("alert");
  expect(alerts[0]).toHaveTextContent("The panels of your iMIS could not be read");
  expect(alerts[0]).toHaveTextContent("iMIS refused the password.");
  expect(screen.getAllByRole("button", { name: "Try again" })[0]).toBeVisible();
});

test("an action that is not available says why and cannot be chosen", async () => {
  aBackend([activity, { ...panelAction, unavailableBecause: "iMIS 2017 has no panels" }]);
  const app = renderApp(address("action"));
  await valueField("ID");

  await app.user.click(screen.getByRole("combobox", { name: "Action" }));

  const option = await screen.findByRole("option", { name: /iMIS 2017 has no panels/ });
  expect(option).toHaveAttribute("data-combobox-disabled", "true");
});

test("a changed schema is tried on the last deliveries before it is saved", async () => {
  const backend = aBackend();
  backend.answers("post", "/organizations/:organizationId/webhooks/:webhookId/rehearsal", () => ({
    checked: 100,
    rejectedThen: 0,
    rejectedNow: 3,
    newlyRejected: 3,
    newlyAccepted: 0,
    examples: [
      {
        deliveryId: "018f2222-0000-7000-8000-000000000001",
        receivedAt: "2026-11-23T15:04:05.000Z",
        outcome: "SUCCEEDED",
        violations: [{ path: "/course", keyword: "required", message: "course is missing." }],
      },
    ],
  }));
  const app = renderApp(address("schema"));
  await heading("JSON Schema");

  await writeSchema({ ...memberSchema, required: ["memberId", "course"] });
  await app.user.click(await screen.findByRole("button", { name: "Review and save" }));

  expect(
    await screen.findByText("Of the last 100 deliveries, 3 that were accepted would be rejected."),
  ).toBeVisible();
  expect(screen.getByText("course is missing.")).toBeVisible();
  expect(screen.getByRole("link", { name: /Nov 23/ })).toHaveAttribute(
    "href",
    paths.delivery(organizationId, "018f2222-0000-7000-8000-000000000001"),
  );
  await waitFor(() => expect(button("Save")).toBeEnabled());
  await app.user.click(button("Save"));
  expect(await screen.findByText("“Course completions” is saved.")).toBeVisible();
});

test("a viewer adds and edits no webhooks", async () => {
  const backend = aBackend();
  backend.me = graceAs("VIEWER");
  const app = renderApp(list);
  await screen.findByText("Course completions");
  expect(screen.queryByRole("link", { name: "Add webhook" })).not.toBeInTheDocument();
  app.unmount();

  renderApp(address());

  expect(await screen.findByRole("heading", { name: "Not for your role" })).toBeVisible();
});

test("whoever is not connected yet is told so, gently", async () => {
  const backend = aBackend();
  backend.connection = undefined;
  renderApp(address());

  expect(await screen.findByText("Connect your iMIS first")).toBeVisible();
  expect(screen.getByRole("link", { name: "Connect iMIS" })).toHaveAttribute(
    "href",
    paths.connection(organizationId),
  );
});

test("credentials that iMIS refuses are told on every page", async () => {
  const backend = aBackend();
  backend.connection = aConnection({ credentialsFailingSince: "2026-11-23T15:04:05Z" });
  renderApp(paths.deliveries(organizationId));

  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("iMIS refuses the user name or password of the connection");
  expect(alert).toHaveTextContent("Nov 23, 10:04");
  expect(within(alert).getByRole("link", { name: "Mend the connection" })).toHaveAttribute(
    "href",
    paths.connection(organizationId),
  );
});
