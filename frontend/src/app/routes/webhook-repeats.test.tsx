import { fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { northwind } from "../../testing/fixtures";
import { invalid } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";
import { aSoundWebhook } from "../../testing/webhook-answers";
import {
  address,
  anEditorBackend,
  button,
  fill,
  heading,
  known,
} from "../../testing/webhook-editor";

const put = `PUT /organizations/${northwind.organizationId}/webhooks/${known.id}`;
const question = "How are repeats recognised?";

afterEach(() => localStorage.clear());

async function open() {
  const app = renderApp(address());
  await heading("General");
  const more = screen.queryByText("More settings");
  if (more !== null) {
    fireEvent.click(more);
  }
  return app;
}

async function save() {
  fireEvent.click(screen.getByText("Review and save"));
  await heading("Save");
  fireEvent.click(button("Save"));
}

test("a sender that is known is chosen by its name", async () => {
  const backend = anEditorBackend();
  const app = await open();
  await screen.findByText(/^Stripe/);

  await app.user.selectOptions(await screen.findByLabelText(question), "PROPERTY:id");
  await app.user.selectOptions(screen.getByLabelText("For how long?"), "3 days");
  await save();

  expect(await screen.findByText("“Course completions” is saved.")).toBeVisible();
  expect(backend.lastSent(put)).toMatchObject({
    idempotency: { from: "PROPERTY", name: "id", windowSeconds: 259_200 },
  });
});

test("senders that use the same header are one choice", async () => {
  anEditorBackend();
  await open();

  expect(
    await screen.findByText("Any that sends Idempotency-Key, GitLab (header Idempotency-Key)"),
  ).toBeInTheDocument();
});

test("another header is named, and stays to be typed where a known one begins the same", async () => {
  const backend = anEditorBackend();
  const app = await open();
  await screen.findByText(/^Shopify/);
  await app.user.selectOptions(screen.getByLabelText(question), "By another header of the request");
  expect(screen.getByLabelText("Name of the header")).toHaveValue("");

  // Letter by letter it is a known one on its way.
  await fill("Name of the header", "X-Shopify-Event-Id");
  await fill("Name of the header", "X-Shopify-Event-Id2");
  await save();

  expect(await screen.findByText("“Course completions” is saved.")).toBeVisible();
  expect(backend.lastSent(put)).toMatchObject({
    idempotency: { from: "HEADER", name: "X-Shopify-Event-Id2", windowSeconds: 86_400 },
  });
});

test("a webhook that recognises none keeps that, and asks for no time", async () => {
  const backend = anEditorBackend();
  backend.webhooks = [
    aSoundWebhook({ idempotency: { from: "NONE", name: null, windowSeconds: 86_400 } }),
  ];
  await open();

  expect(await screen.findByLabelText(question)).toHaveValue("NONE");
  expect(screen.queryByLabelText("For how long?")).not.toBeInTheDocument();
  await fill("Name", "Course completions!");
  await save();

  expect(await screen.findByText("“Course completions!” is saved.")).toBeVisible();
  expect(backend.lastSent(put)).toMatchObject({
    idempotency: { from: "NONE", name: null, windowSeconds: 86_400 },
  });
});

test("a time that the API set is offered and kept", async () => {
  const backend = anEditorBackend();
  backend.webhooks = [
    aSoundWebhook({ idempotency: { from: "PROPERTY", name: "memberId", windowSeconds: 5_400 } }),
  ];
  await open();

  expect(await screen.findByLabelText("For how long?")).toHaveValue("5400");
  expect(screen.getByText("90 minutes")).toBeInTheDocument();
  expect(screen.getByLabelText("Name of the property")).toHaveValue("memberId");
});

test("what the API finds wrong with the name is told where it is mended", async () => {
  const backend = anEditorBackend();
  const app = await open();
  await screen.findByText(/^Stripe/);
  await app.user.selectOptions(await screen.findByLabelText(question), "PROPERTY:id");
  backend.answers("put", "/organizations/:organizationId/webhooks/:webhookId", () =>
    invalid({ "idempotency/name": "The schema has no property “id”." }),
  );

  await save();

  expect((await screen.findAllByText("The schema has no property “id”."))[0]).toBeVisible();
});
