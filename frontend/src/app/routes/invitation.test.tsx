import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { anOffer, grace, northwind } from "../../testing/fixtures";
import { invalid, problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const webhooks = paths.webhooks(northwind.organizationId);

function signedOutBackend() {
  const backend = new Backend();
  backend.isSignedIn = false;
  return backend;
}

test("somebody new sees what they are invited to and accepts with name and password", async () => {
  const backend = signedOutBackend();
  const app = renderApp("/invitation#s3cret");

  expect(await screen.findByRole("heading", { name: "Join Northwind Association" })).toBeVisible();
  expect(screen.getByText(/^otto@northwind.example invites you/)).toBeVisible();
  expect(screen.getByText("Editor")).toBeVisible();
  expect(screen.getByText("ines@northwind.example")).toBeVisible();
  expect(app.hash()).toBe("");
  await app.user.type(screen.getByLabelText("Your name"), "Ines Roth");
  await app.user.type(screen.getByLabelText("Password"), "violet tractor monday{Enter}");

  expect(await screen.findByRole("heading", { name: "Webhooks" })).toBeVisible();
  expect(app.address()).toBe(webhooks);
  expect(backend.lastSent("POST /auth/invitations/accept")).toEqual({
    token: "s3cret",
    name: "Ines Roth",
    password: "violet tractor monday",
  });
});

test("a password that is no good is shown at its field", async () => {
  const backend = signedOutBackend();
  backend.openly("post", "/auth/invitations/accept", () =>
    invalid({ password: "This password is too easy to guess." }),
  );
  const app = renderApp("/invitation#s3cret");

  await app.user.type(await screen.findByLabelText("Your name"), "Ines Roth");
  await app.user.type(screen.getByLabelText("Password"), "passwordpassword{Enter}");

  expect(await screen.findByText("This password is too easy to guess.")).toBeVisible();
  expect(screen.getByLabelText("Password")).toHaveFocus();
});

test("whoever has an account signs in and has accepted", async () => {
  const backend = signedOutBackend();
  backend.openly("post", "/auth/invitations/show", () =>
    anOffer({ hasAccount: true, email: grace.email }),
  );
  const app = renderApp("/invitation#s3cret");
  const email = await screen.findByLabelText("E-mail address");
  expect(email).toHaveValue(grace.email);
  expect(email).toHaveAttribute("readonly");

  await app.user.type(screen.getByLabelText("Password"), "correct horse");
  await app.user.click(screen.getByRole("button", { name: "Sign in and accept" }));

  expect(await screen.findByRole("heading", { name: "Webhooks" })).toBeVisible();
  expect(app.address()).toBe(webhooks);
  expect(backend.lastSent("POST /me/memberships/accept")).toEqual({ token: "s3cret" });
});

test("whoever is signed in with the address accepts at once", async () => {
  const backend = new Backend();
  backend.openly("post", "/auth/invitations/show", () =>
    anOffer({ hasAccount: true, email: grace.email }),
  );
  const app = renderApp("/invitation#s3cret");

  await app.user.click(await screen.findByRole("button", { name: "Accept invitation" }));

  expect(await screen.findByRole("heading", { name: "Webhooks" })).toBeVisible();
});

test("whoever is signed in with another address signs out first and stays on the page", async () => {
  const backend = new Backend();
  const app = renderApp("/invitation#s3cret");

  expect(
    await screen.findByText(
      /is for ines@northwind.example, but you are signed in as grace@northwind.example/,
    ),
  ).toBeVisible();
  await app.user.click(screen.getByRole("button", { name: "Sign out" }));

  expect(await screen.findByLabelText("Your name")).toBeVisible();
  expect(app.address()).toBe("/invitation");
  expect(backend.isSignedIn).toBe(false);
});

test("an invitation that was used says what to do", async () => {
  const backend = signedOutBackend();
  backend.openly("post", "/auth/invitations/show", () =>
    problem(410, "link-expired", "This link is not good any more."),
  );
  renderApp("/invitation#used");

  expect(
    await screen.findByRole("heading", { name: "This link is not good any more" }),
  ).toBeVisible();
  expect(screen.getByText(/ask whoever invited you/)).toBeVisible();
  expect(screen.getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("support staff are told why they cannot join", async () => {
  const backend = new Backend();
  backend.openly("post", "/auth/invitations/show", () => anOffer({ email: grace.email }));
  backend.answers("post", "/me/memberships/accept", () =>
    problem(409, "not-possible", "Support staff belong to no organization."),
  );
  const app = renderApp("/invitation#s3cret");

  await app.user.click(await screen.findByRole("button", { name: "Accept invitation" }));

  expect(await screen.findByRole("alert")).toHaveTextContent(
    "Support staff belong to no organization.",
  );
});
