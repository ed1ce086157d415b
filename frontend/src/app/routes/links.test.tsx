import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { Backend } from "../../testing/backend";
import { invalid, problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

function signedOutBackend() {
  const backend = new Backend();
  backend.isSignedIn = false;
  return backend;
}

const expired = () => problem(410, "link-expired", "This link is not good any more.");

test("whoever forgot the password is told the same, account or none", async () => {
  const backend = signedOutBackend();
  const app = renderApp("/sign-in");
  await app.user.click(await screen.findByRole("link", { name: "Forgot password?" }));
  await screen.findByRole("heading", { name: "Forgot your password?" });

  await app.user.type(await screen.findByLabelText("E-mail address"), " ines@x.example{Enter}");

  const heading = await screen.findByRole("heading", { name: "Check your e-mail" });
  expect(heading).toHaveFocus();
  expect(screen.getByText(/If there is an account for ines@x.example/)).toBeVisible();
  expect(backend.lastSent("POST /auth/forgot-password")).toEqual({ email: "ines@x.example" });
});

test("an installation that sends no e-mail says so instead of promising a link", async () => {
  const sentence = "This installation sends no e-mail. Ask an admin of your organization.";
  const backend = new Backend();
  backend.isSignedIn = false;
  backend.openly("post", "/auth/forgot-password", () => problem(409, "not-possible", sentence));
  const app = renderApp("/forgot-password");

  await app.user.type(await screen.findByLabelText("E-mail address"), "ines@x.example{Enter}");

  expect(await screen.findByRole("heading", { name: "No link can be sent" })).toBeVisible();
  expect(screen.getByText(sentence)).toBeVisible();
  expect(screen.queryByText(/on its way/)).not.toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Back to signing in" })).toBeVisible();
});

test("too many links say when to ask again", async () => {
  const backend = signedOutBackend();
  backend.openly("post", "/auth/forgot-password", () =>
    problem(429, "too-many-requests", "Too many attempts.", { retryAfterSeconds: 60 }),
  );
  const app = renderApp("/forgot-password");

  await app.user.type(await screen.findByLabelText("E-mail address"), "ines@x.example{Enter}");

  expect(await screen.findByRole("alert")).toHaveTextContent(/Try again at/);
});

test("the link's secret leaves the address, and the new password leads to signing in", async () => {
  const backend = signedOutBackend();
  const app = renderApp("/set-password#s3cret");
  const password = await screen.findByLabelText("New password");
  expect(app.hash()).toBe("");

  await app.user.type(password, "violet tractor monday{Enter}");

  expect(await screen.findByText(/Your new password is set/)).toBeVisible();
  expect(app.address()).toBe("/sign-in");
  expect(backend.lastSent("POST /auth/set-password")).toEqual({
    token: "s3cret",
    password: "violet tractor monday",
  });
});

test("setting a password ends the session of this page, too", async () => {
  new Backend();
  const app = renderApp("/set-password#s3cret");

  await app.user.type(await screen.findByLabelText("New password"), "violet tractor monday{Enter}");

  expect(await screen.findByRole("heading", { name: "Sign in to Inlet" })).toBeVisible();
});

test("a password that is no good can be corrected", async () => {
  const backend = signedOutBackend();
  backend.openly("post", "/auth/set-password", () =>
    invalid({ password: "A password has 12 to 128 characters." }),
  );
  const app = renderApp("/set-password#s3cret");

  const password = await screen.findByLabelText("New password");
  await app.user.type(password, "short{Enter}");

  expect(await screen.findByText("A password has 12 to 128 characters.")).toBeVisible();
  expect(password).toHaveFocus();
});

test("a link to set a password that has expired offers a new one", async () => {
  const backend = signedOutBackend();
  backend.openly("post", "/auth/set-password", expired);
  const app = renderApp("/set-password#old");

  await app.user.type(await screen.findByLabelText("New password"), "violet tractor monday{Enter}");

  expect(
    await screen.findByRole("heading", { name: "This link is not good any more" }),
  ).toHaveFocus();
  expect(screen.getByRole("link", { name: "Send me a new link" })).toHaveAttribute(
    "href",
    "/forgot-password",
  );
});

test("a link without its secret says so", async () => {
  signedOutBackend();
  renderApp("/set-password");

  expect(await screen.findByRole("heading", { name: "This link is not complete" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Back to signing in" })).toHaveAttribute(
    "href",
    "/sign-in",
  );
});

test("an e-mail address is confirmed when somebody says so, not by opening the link", async () => {
  const backend = signedOutBackend();
  const app = renderApp("/confirm-email#s3cret");
  const confirm = await screen.findByRole("button", { name: "Confirm this address" });
  expect(backend.lastSent("POST /auth/confirm-email")).toBeUndefined();

  await app.user.click(confirm);

  expect(
    await screen.findByRole("heading", { name: "Your e-mail address is confirmed" }),
  ).toHaveFocus();
  expect(backend.lastSent("POST /auth/confirm-email")).toEqual({ token: "s3cret" });
});

test("a link to confirm an address that has expired leads to the account", async () => {
  const backend = signedOutBackend();
  backend.openly("post", "/auth/confirm-email", expired);
  const app = renderApp("/confirm-email#old");

  await app.user.click(await screen.findByRole("button", { name: "Confirm this address" }));

  await waitFor(() =>
    expect(screen.getByRole("link", { name: "Go to your account" })).toHaveAttribute(
      "href",
      "/account",
    ),
  );
});
