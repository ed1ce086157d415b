import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aSession, aWebhook, contoso, founded, grace, northwind } from "../../testing/fixtures";
import { invalid, problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const webhooks = paths.webhooks(northwind.organizationId);
const section = (name: string) => screen.findByRole("region", { name });

test("the user menu leads to the account, and the account back to where one was", async () => {
  const backend = new Backend();
  backend.webhooks = [aWebhook()];
  const app = renderApp(paths.people(northwind.organizationId));
  await app.user.click(await screen.findByRole("button", { name: "Account of Grace Okafor" }));
  await app.user.click(await screen.findByRole("menuitem", { name: "Your account" }));
  expect(await screen.findByRole("heading", { name: "Your account" })).toBeVisible();

  await app.user.click(screen.getByRole("link", { name: "Back to Northwind Association" }));

  expect(await screen.findByRole("heading", { name: "People" })).toBeVisible();
});

test("the name is changed and shown everywhere at once", async () => {
  const backend = new Backend();
  const app = renderApp("/account");
  const profile = await section("Profile");
  const name = within(profile).getByLabelText("Your name");

  await app.user.clear(name);
  await app.user.type(name, "Grace O.{Enter}");

  expect(await within(profile).findByText("Saved")).toBeVisible();
  expect(backend.lastSent("PUT /me")).toEqual({ name: "Grace O." });
  await app.user.click(screen.getByRole("link", { name: /^Back to/ }));
  expect(await screen.findByRole("button", { name: "Account of Grace O." })).toBeInTheDocument();
  expect(app.address()).toBe(webhooks);
});

test("a button that is at work keeps the focus, and does nothing meanwhile", async () => {
  const backend = new Backend();
  let answer = (_: object) => {};
  let asked = 0;
  backend.answers("put", "/me", () => {
    asked++;
    return new Promise<object>((resolve) => {
      answer = resolve;
    });
  });
  const { user } = renderApp("/account");
  const profile = await section("Profile");
  const save = within(profile).getByRole("button", { name: "Save" });
  await user.type(within(profile).getByLabelText("Your name"), "!");

  await user.click(save);
  await waitFor(() => expect(save).toHaveAttribute("aria-disabled", "true"));
  expect(save).toHaveFocus();
  expect(save).toBeEnabled();
  await user.keyboard("{Enter}");
  await user.type(within(profile).getByLabelText("Your name"), "{Enter}");
  await user.click(save);

  answer(grace);
  await waitFor(() => expect(save).not.toHaveAttribute("aria-disabled"));
  expect(save).toHaveFocus();
  expect(asked).toBe(1);
});

test.each([
  [true, "A link is on its way to new@x.example. The address changes once you have opened it."],
  [false, "Your address is new@x.example from now on."],
])("changing the address says what became of it (e-mail: %s)", async (canSendMail, said) => {
  const backend = new Backend();
  backend.canSendMail = canSendMail;
  const app = renderApp("/account");
  const email = await section("E-mail address");
  await app.user.click(within(email).getByRole("button", { name: "Change address" }));

  await app.user.type(within(email).getByLabelText("New e-mail address"), "new@x.example");
  await app.user.type(within(email).getByLabelText("Password"), "correct horse{Enter}");

  expect(await within(email).findByText(said)).toBeVisible();
  expect(within(email).getByRole("button", { name: "Change address" })).toHaveFocus();
  expect(within(email).getByText(canSendMail ? grace.email : "new@x.example")).toBeVisible();
});

test("a wrong current password is shown at its field", async () => {
  const backend = new Backend();
  backend.answers("put", "/me/password", () =>
    invalid({ currentPassword: "This is not your password." }),
  );
  const app = renderApp("/account");
  const password = await section("Password");
  await app.user.click(within(password).getByRole("button", { name: "Change password" }));

  await app.user.type(within(password).getByLabelText("Current password"), "wrong");
  await app.user.type(within(password).getByLabelText("New password"), "violet tractor{Enter}");

  expect(await within(password).findByText("This is not your password.")).toBeVisible();
  expect(within(password).getByLabelText("Current password")).toHaveFocus();
});

test("a changed password says that other devices were signed out", async () => {
  const backend = new Backend();
  const app = renderApp("/account");
  const password = await section("Password");
  await app.user.click(within(password).getByRole("button", { name: "Change password" }));

  await app.user.type(within(password).getByLabelText("Current password"), "correct horse");
  await app.user.type(within(password).getByLabelText("New password"), "violet tractor{Enter}");

  expect(await within(password).findByText(/Every other device was signed out/)).toBeVisible();
  expect(backend.lastSent("PUT /me/password")).toEqual({
    currentPassword: "correct horse",
    newPassword: "violet tractor",
  });
});

async function beginSecondFactor(app: ReturnType<typeof renderApp>) {
  const factor = await section("Second factor");
  await app.user.click(within(factor).getByRole("button", { name: "Set up" }));
  await app.user.type(within(factor).getByLabelText("Password"), "correct horse{Enter}");
  await within(factor).findByRole("img", { name: "QR code for your authenticator app" });
  return factor;
}

test("a second factor is set up with password, QR code and code, and shows its recovery codes", async () => {
  const backend = new Backend();
  const app = renderApp("/account");
  const factor = await beginSecondFactor(app);
  expect(within(factor).getByText("JBSWY3DPEHPK3PXP")).toBeVisible();
  const code = within(factor).getByLabelText("Code of your authenticator app");
  expect(code).toHaveFocus();

  await app.user.type(code, "246 810{Enter}");

  const codes = await within(factor).findByRole("list", { name: "Recovery codes" });
  expect(codes).toHaveTextContent("abcd-efgh-jkmn-pqrs");
  expect(backend.lastSent("POST /me/second-factor/confirm")).toEqual({ code: "246810" });
  await app.user.click(within(factor).getByRole("button", { name: "Copy the recovery codes" }));
  expect(await navigator.clipboard.readText()).toBe("abcd-efgh-jkmn-pqrs\n2345-6789-abcd-efgh");
  await app.user.click(within(factor).getByRole("button", { name: "I have stored them" }));

  expect(within(factor).queryByText("abcd-efgh-jkmn-pqrs")).not.toBeInTheDocument();
  expect(within(factor).getByText("On")).toBeVisible();
});

test("recovery codes are downloaded as a file", async () => {
  new Backend();
  const files: Blob[] = [];
  URL.createObjectURL = (file) => {
    files.push(file as Blob);
    return "blob:codes";
  };
  URL.revokeObjectURL = () => undefined;
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockReturnValue();
  const app = renderApp("/account");
  const factor = await beginSecondFactor(app);
  await app.user.type(within(factor).getByLabelText(/^Code/), "246810{Enter}");

  await app.user.click(await within(factor).findByRole("button", { name: "Download" }));

  expect(click).toHaveBeenCalledOnce();
  expect(files[0]?.size).toBeGreaterThan(60);
});

test("a wrong code can be corrected", async () => {
  const backend = new Backend();
  backend.answers("post", "/me/second-factor/confirm", () =>
    invalid({ code: "This code is not right." }),
  );
  const app = renderApp("/account");
  const factor = await beginSecondFactor(app);

  await app.user.type(within(factor).getByLabelText(/^Code/), "000000{Enter}");

  expect(await within(factor).findByText("This code is not right.")).toBeVisible();
  expect(within(factor).getByLabelText(/^Code/)).toHaveFocus();
});

test("new recovery codes take a code and are shown once", async () => {
  const backend = new Backend();
  backend.me = { ...grace, hasSecondFactor: true };
  const app = renderApp("/account");
  const factor = await section("Second factor");
  await app.user.click(within(factor).getByRole("button", { name: "New recovery codes" }));
  const dialog = await screen.findByRole("dialog", { name: "New recovery codes" });

  await app.user.type(within(dialog).getByLabelText(/^Code/), "246810{Enter}");

  expect(await within(factor).findByText("wxyz-wxyz-wxyz-wxyz")).toBeVisible();
});

test("turning the second factor off names the organizations that demand one", async () => {
  const backend = new Backend();
  backend.me = {
    ...grace,
    hasSecondFactor: true,
    memberships: [{ ...northwind, requiresSecondFactor: true }],
  };
  const app = renderApp("/account");
  const factor = await section("Second factor");
  await app.user.click(within(factor).getByRole("button", { name: "Turn off" }));
  const dialog = await screen.findByRole("dialog");
  expect(dialog).toHaveTextContent("Northwind Association takes a second factor");

  await app.user.type(within(dialog).getByLabelText("Password"), "correct horse");
  await app.user.type(within(dialog).getByLabelText(/^Code/), "246810{Enter}");

  expect(await within(factor).findByText("Off")).toBeVisible();
});

const elsewhere = aSession({
  id: "s2",
  device: "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0 Safari/537.36",
  sourceAddress: "198.51.100.7",
  isCurrent: false,
});

test("sessions show device, address and last use, and another one can be ended", async () => {
  const backend = new Backend();
  backend.sessions = [aSession(), elsewhere];
  const app = renderApp("/account");
  const list = await screen.findByRole("list", { name: "Sessions" });
  await within(list).findByText("Chrome on Windows");
  const [here, there] = within(list).getAllByRole("listitem");
  expect(here).toHaveTextContent("Safari on macOS");
  expect(here).toHaveTextContent("This device");
  expect(here).toHaveTextContent("203.0.113.24 · last used Nov 23, 10:04");
  expect(within(list).getByText("Chrome on Windows")).toHaveAttribute("title", elsewhere.device);
  expect(within(here as HTMLElement).queryByRole("button")).not.toBeInTheDocument();

  await app.user.click(
    within(there as HTMLElement).getByRole("button", {
      name: "Sign out Chrome on Windows, 198.51.100.7",
    }),
  );

  await waitFor(() => expect(within(list).getAllByRole("listitem")).toHaveLength(1));
});

test("signing out everywhere asks, and ends on the sign-in page", async () => {
  const backend = new Backend();
  backend.sessions = [aSession(), elsewhere];
  const app = renderApp("/account");
  await app.user.click(await screen.findByRole("button", { name: "Sign out everywhere" }));
  const dialog = await screen.findByRole("dialog", { name: "Sign out everywhere?" });

  await app.user.click(within(dialog).getByRole("button", { name: "Sign out everywhere" }));

  expect(await screen.findByRole("heading", { name: "Sign in to Inlet" })).toBeVisible();
  expect(backend.isSignedIn).toBe(false);
});

test("leaving an organization asks first", async () => {
  const backend = new Backend();
  backend.me = { ...grace, memberships: [northwind, contoso] };
  const app = renderApp("/account");
  await app.user.click(await screen.findByRole("button", { name: "Leave Contoso Institute" }));
  const dialog = await screen.findByRole("dialog", { name: "Leave Contoso Institute?" });
  expect(dialog).toHaveTextContent("You lose access");

  await app.user.click(within(dialog).getByRole("button", { name: "Leave" }));

  await waitFor(() => expect(screen.queryByText("Contoso Institute")).not.toBeInTheDocument());
});

test("the last owner is told why they cannot leave", async () => {
  const backend = new Backend();
  backend.answers("delete", "/me/memberships/:id", () =>
    problem(409, "not-possible", "This is the organization's last owner."),
  );
  const app = renderApp("/account");
  await app.user.click(await screen.findByRole("button", { name: "Leave Northwind Association" }));
  const dialog = await screen.findByRole("dialog");

  await app.user.click(within(dialog).getByRole("button", { name: "Leave" }));

  expect(await within(dialog).findByRole("alert")).toHaveTextContent(
    "This is the organization's last owner.",
  );
});

test("a further organization is founded from the switcher", async () => {
  const backend = new Backend();
  const app = renderApp(webhooks);
  await app.user.click(await screen.findByRole("button", { name: /^Switch organization/ }));
  await app.user.click(
    await screen.findByRole("menuitem", { name: "Create another organization" }),
  );

  await app.user.type(await screen.findByLabelText("Organization name"), "Fabrikam{Enter}");

  expect(await screen.findByRole("button", { name: /Fabrikam$/ })).toBeVisible();
  expect(app.address()).toBe(paths.webhooks(founded.organizationId));
  expect(backend.lastSent("POST /me/memberships/found")).toEqual({
    organizationName: "Fabrikam",
    organizationSlug: "fabrikam",
  });
});

test("whoever belongs to no organization is offered to create one", async () => {
  const backend = new Backend();
  backend.me = { ...grace, memberships: [] };
  renderApp("/");

  expect(await screen.findByRole("link", { name: "Create organization" })).toHaveAttribute(
    "href",
    paths.newOrganization,
  );
});
