import { fireEvent, screen } from "@testing-library/react";
import { paths } from "../lib/paths";
import { Backend } from "./backend";
import { typeJson } from "./code-editor";
import { aConnection, northwind } from "./fixtures";
import { aSoundWebhook, webhookAnswers } from "./webhook-answers";

const { organizationId } = northwind;

/** The webhook that tests of the editor change. */
export const known = aSoundWebhook();

/** Where it is edited. */
export const address = (step?: string) => paths.webhook(organizationId, known.id, step);

/** A backend of a connected organization that has this one webhook. */
export function anEditorBackend(actions?: Parameters<typeof webhookAnswers>[1]) {
  const backend = new Backend();
  backend.connection = aConnection();
  backend.webhooks = [known];
  webhookAnswers(backend, actions);
  backend.answers("get", "/organizations/:organizationId/webhooks/:webhookId/verification", () => ({
    scheme: "NONE",
    networks: [],
  }));
  return backend;
}

export const heading = (name: string) => screen.findByRole("heading", { name, level: 2 });

export const valueField = (label: string) =>
  screen.findByRole("textbox", { name: `Value of ${label}` });

export const button = (name: string) => screen.getByRole("button", { name });

// By label and at once: asking for roles and typing key by key take their time in jsdom.
export const fill = async (label: string, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });

export const stepOf = (name: string) =>
  screen.getByText(name, { selector: "button *" }).closest("button");

export const writeSchema = (schema: object) => typeJson("JSON Schema", JSON.stringify(schema));
