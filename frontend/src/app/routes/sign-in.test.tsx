import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { session } from "../../api/session";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aWebhook, northwind } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";

const webhooks = paths.webhooks(northwind.organizationId);

function signedOutBackend() {
  const backend = new Backend();
  backend.isSignedIn = false;
  backend.webhooks = [aWebhook()];
  return backend;
}

async function fillIn(user: ReturnType<typeof renderApp>["user"], password: string) {
  await user.type(await screen.findByLabelText("E-mail address"), "grace@northwind.example");
  await user.type(screen.getByLabelText("Password"), password);
  await user.click(screen.getByRole("button", { name: "Sign in" }));
}

test("signing in shows the webhooks of the first organization", async () => {
  signedOutBackend();
  const app = renderApp("/");

  await fillIn(app.user, "correct horse");

  expect(await screen.findByText("Course completions")).toBeVisible();
  expect(app.address()).toBe(webhooks);
  expect(screen.getAllByText("Northwind Association")[0]).toBeInTheDocument();
});

test("a wrong password shows the problem as a sentence and takes the keyboard to the password", async () => {
  signedOutBackend();
  const app = renderApp("/");

  await fillIn(app.user, "wrong");

  expect(await screen.findByRole("alert")).toHaveTextContent(
    "E-mail address or password is wrong.",
  );
  await waitFor(() => expect(screen.getByLabelText("Password")).toHaveFocus());
});

test("an empty field is named and gets the keyboard, and nothing is sent", async () => {
  signedOutBackend();
  const app = renderApp("/sign-in");

  await app.user.click(await screen.findByRole("button", { name: "Sign in" }));

  expect(screen.getByText("Give your e-mail address.")).toBeVisible();
  expect(screen.getByLabelText("E-mail address")).toHaveFocus();
  expect(screen.getByLabelText("E-mail address")).toBeInvalid();
});

test("loading the page again keeps the session", async () => {
  const backend = new Backend();
  backend.webhooks = [aWebhook()];
  const first = renderApp(webhooks);
  await screen.findByText("Course completions");
  first.unmount();
  session.forget();

  renderApp(webhooks);

  expect(await screen.findByText("Course completions")).toBeVisible();
  expect(backend.refreshes).toBe(2);
});

test("whoever asks for a page first comes back to it after signing in", async () => {
  const backend = signedOutBackend();
  backend.isSignedIn = false;
  const wanted = `${paths.deliveries(northwind.organizationId)}?outcome=FAILED`;
  const app = renderApp(wanted);

  await fillIn(app.user, "correct horse");

  expect(await screen.findByRole("heading", { name: "Deliveries" })).toBeVisible();
  expect(app.address()).toBe(wanted);
});

test("signing in never leads to another site", async () => {
  signedOutBackend();
  const app = renderApp(paths.signIn("//evil.example/phish"));

  await fillIn(app.user, "correct horse");

  expect(await screen.findByText("Course completions")).toBeVisible();
  expect(app.address()).toBe(webhooks);
});

test("signing out ends on the sign-in page", async () => {
  const backend = new Backend();
  backend.webhooks = [aWebhook()];
  const app = renderApp(webhooks);
  await app.user.click(await screen.findByRole("button", { name: "Account of Grace Okafor" }));

  await app.user.click(await screen.findByRole("menuitem", { name: "Sign out" }));

  expect(await screen.findByRole("heading", { name: "Sign in to Inlet" })).toBeVisible();
  expect(app.address()).toBe("/sign-in");
  expect(backend.isSignedIn).toBe(false);
  await waitFor(() => expect(app.queryClient.getQueryCache().getAll()).toHaveLength(0));
});
