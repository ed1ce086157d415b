import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { session } from "../../api/session";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aWebhook, northwind } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
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

test("signing out ends on the sign-in page, and leaves no draft behind", async () => {
  const backend = new Backend();
  backend.webhooks = [aWebhook()];
  localStorage.setItem("inlet.draft.u.o.new", "{}");
  localStorage.setItem("inlet.other", "1");
  const app = renderApp(webhooks);
  await app.user.click(await screen.findByRole("button", { name: "Account of Grace Okafor" }));

  await app.user.click(await screen.findByRole("menuitem", { name: "Sign out" }));

  expect(await screen.findByRole("heading", { name: "Sign in to Inlet" })).toBeVisible();
  expect(app.address()).toBe("/sign-in");
  expect(backend.isSignedIn).toBe(false);
  expect(localStorage.getItem("inlet.draft.u.o.new")).toBeNull();
  expect(localStorage.getItem("inlet.other")).toBe("1");
  await waitFor(() => expect(app.queryClient.getQueryCache().getAll()).toHaveLength(0));
});

test("whoever has a second factor is asked for its code, and a wrong one can be corrected", async () => {
  const backend = signedOutBackend();
  backend.code = "246810";
  const app = renderApp("/");
  await fillIn(app.user, "correct horse");

  const code = await screen.findByLabelText("Code of your authenticator app");
  await waitFor(() => expect(code).toHaveFocus());
  expect(code).toHaveAttribute("autocomplete", "one-time-code");
  expect(code).toHaveAttribute("inputmode", "numeric");
  await app.user.type(code, "111111{Enter}");

  await waitFor(() => expect(code).toBeInvalid());
  expect(code).toHaveAccessibleDescription(expect.stringContaining("This code is not right."));
  await waitFor(() => expect(code).toHaveFocus());
  await app.user.clear(code);
  await app.user.type(code, "246810{Enter}");

  expect(await screen.findByText("Course completions")).toBeVisible();
  expect(backend.lastSent("POST /auth/login")).toEqual({
    email: "grace@northwind.example",
    password: "correct horse",
    code: "246810",
  });
});

test("a recovery code does instead of the app's, and its keyboard has letters", async () => {
  const backend = signedOutBackend();
  backend.code = "abcd-efgh-jkmn-pqrs";
  const app = renderApp("/");
  await fillIn(app.user, "correct horse");

  await app.user.click(await screen.findByRole("button", { name: "Use a recovery code instead" }));
  const code = screen.getByLabelText("Recovery code");
  expect(code).toHaveAttribute("inputmode", "text");
  await app.user.type(code, "abcd-efgh-jkmn-pqrs{Enter}");

  expect(await screen.findByText("Course completions")).toBeVisible();
});

test("the second step leads back to the first", async () => {
  const backend = signedOutBackend();
  backend.code = "246810";
  const app = renderApp("/");
  await fillIn(app.user, "correct horse");

  await app.user.click(await screen.findByRole("button", { name: "Sign in as somebody else" }));

  expect(screen.getByRole("heading", { name: "Sign in to Inlet" })).toBeVisible();
  expect(screen.getByLabelText("Password")).toBeVisible();
});

test("too many attempts say when to try again", async () => {
  const backend = signedOutBackend();
  backend.openly("post", "/auth/login", () =>
    problem(429, "too-many-requests", "Too many attempts; try again in 2 minutes.", {
      retryAfterSeconds: 120,
    }),
  );
  const app = renderApp("/");

  await fillIn(app.user, "correct horse");

  expect(await screen.findByRole("alert")).toHaveTextContent(
    /^Too many attempts. Try again at \d\d:\d\d:\d\d\.$/,
  );
});
