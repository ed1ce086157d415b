import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { ActionDescription } from "../../api/schema";
import { northwind } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";
import { activity, aField, aSoundWebhook } from "../../testing/webhook-answers";
import { address, anEditorBackend, button, heading, known } from "../../testing/webhook-editor";

const { organizationId } = northwind;
const put = `PUT /organizations/${organizationId}/webhooks/${known.id}`;

const choosing: ActionDescription = {
  ...activity,
  fields: [...activity.fields, aField("UF_1", { label: "User Field 1", lengthMax: 255 })],
  options: [
    {
      name: "contactBy",
      label: "The contact is given by",
      kind: "CHOICE",
      choices: [
        { value: "id", label: "iMIS ID" },
        {
          value: "email",
          label: "E-mail address",
          owner: aField("", { label: "E-mail of the contact", isRequired: true, lengthMax: 254 }),
        },
      ],
      appliesIf: [],
    },
    {
      name: "contactDefault",
      label: "iMIS ID of the default contact",
      kind: "TEXT",
      choices: [],
      lengthMax: 10,
      appliesIf: [{ option: "contactBy", value: "email" }],
    },
    {
      name: "referenceField",
      label: "Write the delivery's ID into",
      kind: "FIELD",
      choices: [],
      fieldLengthMin: 36,
      appliesIf: [],
    },
  ],
};

afterEach(() => localStorage.clear());

test("an option changes what the owner's field is, and brings those that depend on it", async () => {
  anEditorBackend([choosing]);
  const { user } = renderApp(address("action"));
  expect(await screen.findByLabelText("Value of ID")).toHaveValue("$$memberId$$");
  expect(screen.queryByLabelText("iMIS ID of the default contact")).not.toBeInTheDocument();

  await user.selectOptions(
    await screen.findByLabelText("The contact is given by"),
    "E-mail address",
  );

  expect(screen.getByLabelText("Value of E-mail of the contact")).toHaveValue("$$memberId$$");
  expect(screen.queryByLabelText("Value of ID")).not.toBeInTheDocument();
  expect(screen.getByLabelText("iMIS ID of the default contact")).toBeVisible();
});

test("a field that an option writes into is not mapped, and only one that is long enough can be", async () => {
  anEditorBackend([choosing]);
  const { user } = renderApp(address("action"));
  await screen.findByLabelText("Value of User Field 1");
  const field = await screen.findByLabelText("Write the delivery's ID into");
  expect([...field.querySelectorAll("option")].map(({ textContent }) => textContent)).toEqual([
    "No field",
    "User Field 1 (UF_1)",
  ]);

  await user.selectOptions(field, "User Field 1 (UF_1)");

  expect(screen.queryByLabelText("Value of User Field 1")).not.toBeInTheDocument();
});

test("a field that is mapped is not offered to an option", async () => {
  anEditorBackend([choosing]);
  const { user } = renderApp(address("action"));
  expect(await screen.findByRole("option", { name: "User Field 1 (UF_1)" })).toBeVisible();
  await user.type(screen.getByLabelText("Value of User Field 1"), "x");

  expect(screen.queryByRole("option", { name: "User Field 1 (UF_1)" })).not.toBeInTheDocument();
});

test("a field that iMIS has no more is shown where an option names it, and can be taken back", async () => {
  const backend = anEditorBackend([choosing]);
  backend.webhooks = [
    aSoundWebhook({ action: { ...known.action, options: { referenceField: "UF_9" } } }),
  ];
  const { user } = renderApp(address("action"));
  const field = await screen.findByLabelText("Write the delivery's ID into");
  expect(field).toHaveDisplayValue("UF_9 (cannot be chosen any more)");

  await user.selectOptions(field, "No field");

  expect(field).toHaveDisplayValue("No field");
  expect(screen.queryByRole("option", { name: /UF_9/ })).not.toBeInTheDocument();
});

test("a contact's ID where an e-mail address belongs is told at the field", async () => {
  const backend = anEditorBackend([choosing]);
  backend.webhooks = [
    aSoundWebhook({
      action: {
        ...known.action,
        mapping: [{ field: "PartyId", value: "101" }],
        options: { contactBy: "email" },
      },
    }),
  ];
  const { user } = renderApp(address("action"));
  await screen.findByLabelText("Value of E-mail of the contact");

  await user.click(screen.getByRole("button", { name: /^Next/ }));

  expect(
    (await screen.findAllByText(/E-mail of the contact: this is no e-mail address/))[0],
  ).toBeVisible();
});

test("what is set is looked over before it is saved, in people's words", async () => {
  const backend = anEditorBackend([choosing]);
  const options = { contactBy: "email", contactDefault: "120", referenceField: "UF_1" };
  backend.webhooks = [aSoundWebhook({ action: { ...known.action, options } })];
  renderApp(address("save"));

  const title = await screen.findByText("Contact and safety");
  const set = within(title.nextElementSibling as HTMLElement).getAllByRole("listitem");
  expect(set.map(({ textContent }) => textContent)).toEqual([
    "The contact is given byE-mail address",
    "iMIS ID of the default contact120",
    "Write the delivery's ID intoUser Field 1",
  ]);
});

test("what is set is saved, is a change, and is there again", async () => {
  const backend = anEditorBackend([choosing]);
  backend.webhooks = [
    aSoundWebhook({ action: { ...known.action, options: { contactBy: "email" } } }),
  ];
  const { user } = renderApp(address("action"));
  await user.type(await screen.findByLabelText("iMIS ID of the default contact"), "120");

  await user.click(button("Review and save"));
  await heading("Save");
  await user.click(button("Save"));

  await screen.findByText("“Course completions” is saved.");
  expect(backend.lastSent(put)).toMatchObject({
    action: { options: { contactBy: "email", contactDefault: "120" } },
  });
});

test("what the API finds wrong with an option leads there", async () => {
  const backend = anEditorBackend([choosing]);
  backend.answers("put", "/organizations/:organizationId/webhooks/:webhookId", () =>
    problem(422, "invalid-definition", "The webhook cannot be saved like this", {
      fields: { "action/options/referenceField": "UF_1 is taken." },
    }),
  );
  const { user } = renderApp(address("action"));
  await user.selectOptions(
    await screen.findByLabelText("Write the delivery's ID into"),
    "User Field 1 (UF_1)",
  );
  await user.click(button("Review and save"));
  await heading("Save");

  await user.click(button("Save"));

  expect(await screen.findByText("UF_1 is taken.")).toBeVisible();
  await waitFor(() => expect(screen.getByLabelText("Write the delivery's ID into")).toHaveFocus());
  expect(screen.queryByRole("button", { name: /Done:.*Save/ })).not.toBeInTheDocument();
});
