import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { founded } from "../../testing/fixtures";
import { invalid, problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

function signedOutBackend() {
  const backend = new Backend();
  backend.isSignedIn = false;
  return backend;
}

async function fillIn(user: ReturnType<typeof renderApp>["user"]) {
  await user.type(await screen.findByLabelText("Organization name"), "Ärzte & Söhne");
  await user.type(screen.getByLabelText("Your name"), "Ines Roth");
  await user.type(screen.getByLabelText("E-mail address"), "ines@aerzte.example");
  await user.type(screen.getByLabelText("Password"), "violet tractor monday");
}

const submit = () => screen.getByRole("button", { name: "Create organization" });

test("signing up leads to the new organization, signed in", async () => {
  const backend = signedOutBackend();
  const app = renderApp("/sign-in");
  await app.user.click(await screen.findByRole("link", { name: "Create an organization" }));

  await fillIn(app.user);
  await app.user.click(submit());

  expect(await screen.findByRole("heading", { name: "Webhooks" })).toBeVisible();
  expect(app.address()).toBe(paths.webhooks(founded.organizationId));
  expect(screen.getByRole("button", { name: "Account of Ines Roth" })).toBeInTheDocument();
  expect(backend.lastSent("POST /auth/sign-up")).toEqual({
    organizationName: "Ärzte & Söhne",
    organizationSlug: "arzte-sohne",
    name: "Ines Roth",
    email: "ines@aerzte.example",
    password: "violet tractor monday",
  });
});

test("the short name follows the name until somebody types one, and shows the URL it makes", async () => {
  signedOutBackend();
  const app = renderApp("/sign-up");
  const name = await screen.findByLabelText("Organization name");
  const slug = screen.getByLabelText("Short name");

  await app.user.type(name, "Northwind");
  expect(slug).toHaveValue("northwind");
  expect(slug).toHaveAccessibleDescription(
    expect.stringContaining(`${location.origin}/hooks/northwind`),
  );

  await app.user.clear(slug);
  await app.user.type(slug, "N W");
  await app.user.type(name, " Association");
  expect(slug).toHaveValue("n-w");
});

test("what the backend finds wrong is shown at the fields, and the first gets the keyboard", async () => {
  const backend = signedOutBackend();
  backend.openly("post", "/auth/sign-up", () =>
    invalid({
      organizationSlug: "This short name is taken; choose another one.",
      password: "This password is too easy to guess.",
    }),
  );
  const app = renderApp("/sign-up");

  await fillIn(app.user);
  await app.user.click(submit());

  await waitFor(() => expect(screen.getByLabelText("Short name")).toBeInvalid());
  expect(screen.getByLabelText("Short name")).toHaveFocus();
  expect(screen.getByText("This short name is taken; choose another one.")).toBeVisible();
  expect(screen.getByLabelText("Password")).toHaveAccessibleDescription(
    expect.stringContaining("This password is too easy to guess."),
  );
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

test("what is wrong with a field goes as soon as it is changed", async () => {
  const backend = signedOutBackend();
  backend.openly("post", "/auth/sign-up", () =>
    invalid({ password: "This password is too short." }),
  );
  const app = renderApp("/sign-up");
  await fillIn(app.user);
  await app.user.click(submit());
  await screen.findByText("This password is too short.");

  await app.user.type(screen.getByLabelText("Password"), "more");

  expect(screen.queryByText("This password is too short.")).not.toBeInTheDocument();
  expect(screen.getByLabelText("Password")).toHaveFocus();
});

test("an address that has an account is told to sign in, at its field", async () => {
  const backend = signedOutBackend();
  const sentence = "There is an account with this e-mail address already: sign in.";
  backend.openly("post", "/auth/sign-up", () =>
    problem(409, "not-possible", sentence, { fields: { email: sentence } }),
  );
  const app = renderApp("/sign-up");

  await fillIn(app.user);
  await app.user.click(submit());

  const email = screen.getByLabelText("E-mail address");
  await waitFor(() => expect(email).toBeInvalid());
  expect(email).toHaveFocus();
  expect(screen.getByText(sentence)).toBeVisible();
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", "/sign-in");
});

test("nothing is sent while something is missing", async () => {
  const backend = signedOutBackend();
  const app = renderApp("/sign-up");
  await screen.findByLabelText("Organization name");

  await app.user.click(submit());

  expect(screen.getByText("Give the organization a name.")).toBeVisible();
  expect(screen.getByText("Choose a password.")).toBeVisible();
  expect(screen.getByLabelText("Organization name")).toHaveFocus();
  expect(backend.lastSent("POST /auth/sign-up")).toBeUndefined();
});

test("all that is plainly wrong is told at once, before anything is sent", async () => {
  const backend = signedOutBackend();
  const app = renderApp("/sign-up");
  await app.user.type(await screen.findByLabelText("E-mail address"), "ines.aerzte.example");
  await app.user.type(screen.getByLabelText("Password"), "short");

  await app.user.click(submit());

  expect(screen.getByText("Give your name.")).toBeVisible();
  expect(screen.getByText("This is not an e-mail address.")).toBeVisible();
  expect(screen.getByText("A password has 12 to 128 characters.")).toBeVisible();
  expect(backend.lastSent("POST /auth/sign-up")).toBeUndefined();
});

test("the password can be seen while it is typed", async () => {
  signedOutBackend();
  const app = renderApp("/sign-up");
  await app.user.type(await screen.findByLabelText("Password"), "violet");

  await app.user.click(screen.getByRole("button", { name: "Show the password" }));

  expect(screen.getByLabelText("Password")).toHaveAttribute("type", "text");
});
