import { screen, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { WebhookResponse } from "../../api/schema";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { typeJson } from "../../testing/code-editor";
import { aConnection, aVersion, northwind } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";
import { aSoundWebhook, webhookAnswers } from "../../testing/webhook-answers";

const { organizationId } = northwind;
const webhook = aSoundWebhook({ privacy: { masked: ["memberId"], neverStored: [] } });
const address = paths.webhook(organizationId, webhook.id, "schema");
const put = `PUT /organizations/${organizationId}/webhooks/${webhook.id}`;

afterEach(() => localStorage.clear());

function aBackend(changes: Partial<WebhookResponse> = {}) {
  const backend = new Backend();
  backend.connection = aConnection();
  backend.webhooks = [{ ...webhook, ...changes }];
  webhookAnswers(backend);
  return backend;
}

const keeping = (name: string) =>
  screen.findByRole("combobox", { name: `How ${name} is kept in the log` });

async function save({ user }: ReturnType<typeof renderApp>) {
  await user.click(screen.getByRole("button", { name: "Review and save" }));
  await screen.findByRole("heading", { name: "Save" });
  await user.click(screen.getByRole("button", { name: "Save" }));
}

test("how a property is kept is chosen beside it, kept in the draft, and saved", async () => {
  const backend = aBackend();
  const first = renderApp(address);
  expect(await keeping("memberId")).toHaveDisplayValue("Masked");
  await first.user.selectOptions(await keeping("course"), "Never stored");
  await first.user.selectOptions(await keeping("memberId"), "Stored");
  first.unmount();

  const app = renderApp(address);
  expect(await keeping("course")).toHaveDisplayValue("Never stored");
  expect(await keeping("memberId")).toHaveDisplayValue("Stored");
  await save(app);

  expect(await screen.findByText(/is saved\.$/)).toBeVisible();
  expect(backend.lastSent(put)).toMatchObject({
    privacy: { masked: [], neverStored: ["course"] },
  });
});

test("a property that the schema has no more stays listed until it is stored as any other", async () => {
  aBackend();
  const app = renderApp(address);
  await keeping("memberId");

  await typeJson("JSON Schema", '{"type":"object","properties":{"course":{"type":"string"}}}');

  expect(await screen.findByText("The schema has no such property any more.")).toBeVisible();
  await app.user.selectOptions(await keeping("memberId"), "Stored");
  expect(screen.queryByText("The schema has no such property any more.")).not.toBeInTheDocument();
});

test("what is never stored goes together with no answer on receipt, and is told before it is sent", async () => {
  const backend = aBackend({ acknowledgement: "ON_RECEIPT" });
  const app = renderApp(address);
  await app.user.selectOptions(await keeping("course"), "Never stored");
  await app.user.click(screen.getByRole("button", { name: "Review and save" }));
  await screen.findByRole("heading", { name: "Save" });

  await app.user.click(screen.getByRole("button", { name: "Save" }));

  const properties = await screen.findByRole("region", { name: "Properties" });
  expect(within(properties).getByText(/^A webhook that answers on receipt/)).toBeVisible();
  expect(backend.lastSent(put)).toBeUndefined();

  await app.user.selectOptions(await keeping("course"), "Masked");
  expect(screen.queryByText(/^A webhook that answers on receipt/)).not.toBeInTheDocument();
});

test("what the API will not have is said beside the properties", async () => {
  const backend = aBackend();
  backend.answers("put", "/organizations/:organizationId/webhooks/:webhookId", () =>
    problem(422, "invalid-definition", "The definition is not valid", {
      fields: {
        "privacy/neverStored": "A webhook that answers on receipt stores what it received.",
      },
    }),
  );
  const app = renderApp(address);
  await app.user.selectOptions(await keeping("course"), "Never stored");
  await save(app);
  await app.user.click(await screen.findByRole("button", { name: /JSON Schema/ }));

  const properties = await screen.findByRole("region", { name: "Properties" });
  expect(
    await within(properties).findByText(
      "A webhook that answers on receipt stores what it received.",
    ),
  ).toBeVisible();
});

test("versions tell how they differ in what is kept", async () => {
  const backend = aBackend();
  backend.versions = [
    aVersion({ privacy: { masked: ["memberId"], neverStored: [] } }),
    aVersion({ number: 2, isCurrent: false }),
  ];
  renderApp(paths.webhookVersions(organizationId, webhook.id, "?version=3"));

  expect(await screen.findByText("Masked in the log")).toBeVisible();
  expect(screen.queryByText("Never stored in the log")).not.toBeInTheDocument();
});

test("the last step tells what is sensitive", async () => {
  aBackend();
  const app = renderApp(address);
  await app.user.selectOptions(await keeping("course"), "Never stored");

  await app.user.click(screen.getByRole("button", { name: "Review and save" }));

  expect(await screen.findByText("Masked in the log: memberId")).toBeVisible();
  expect(screen.getByText("Never stored in the log: course")).toBeVisible();
});
