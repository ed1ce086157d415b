import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aMember, anInvitation, graceAs, northwind, otto, vera } from "../../testing/fixtures";
import { invalid, problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const address = paths.people(northwind.organizationId);
const members = `/organizations/${northwind.organizationId}/members`;
const invitations = `/organizations/${northwind.organizationId}/invitations`;

function backendWithPeople() {
  const backend = new Backend();
  backend.members = [aMember(), otto, vera];
  return backend;
}

async function rowOf(name: string) {
  const table = await screen.findByRole("table", { name: "Members" });
  return (await within(table).findByText(name)).closest("tr") as HTMLElement;
}

test("lists the members with role, second factor and when they joined", async () => {
  backendWithPeople();
  renderApp(address);

  const row = await rowOf("Otto Lind");
  expect(row).toHaveTextContent("otto@northwind.example");
  expect(row).toHaveTextContent("Owner");
  expect(row).toHaveTextContent("On");
  expect(row).toHaveTextContent("Feb 3, 2026");
  expect(within(await rowOf("Grace Okafor")).getByText("You")).toBeVisible();
});

test("an admin changes roles up to their own and touches no owner", async () => {
  const backend = backendWithPeople();
  const app = renderApp(address);
  const owner = await rowOf("Otto Lind");
  expect(within(owner).queryByRole("combobox")).not.toBeInTheDocument();
  expect(within(owner).queryByRole("button")).not.toBeInTheDocument();

  await app.user.click(screen.getByRole("combobox", { name: "Role of Vera Marsh" }));
  const list = await screen.findByRole("listbox", { name: "Role of Vera Marsh" });
  expect(within(list).getAllByRole("option")).toHaveLength(3);
  expect(within(list).queryByRole("option", { name: "Owner" })).not.toBeInTheDocument();
  await app.user.click(within(list).getByRole("option", { name: "Editor" }));

  await waitFor(() =>
    expect(backend.lastSent(`PUT ${members}/${vera.userId}`)).toEqual({ role: "EDITOR" }),
  );
  await waitFor(() =>
    expect(screen.getByRole("combobox", { name: "Role of Vera Marsh" })).toHaveValue("Editor"),
  );
});

test("a role that cannot be changed says why and stays what it was", async () => {
  const backend = backendWithPeople();
  backend.me = graceAs("OWNER");
  backend.answers("put", "/organizations/:organizationId/members/:userId", () =>
    problem(409, "not-possible", "This is the organization's last owner."),
  );
  const app = renderApp(address);

  await app.user.click(await screen.findByRole("combobox", { name: "Role of Otto Lind" }));
  await app.user.click(await screen.findByRole("option", { name: "Admin" }));

  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("The role of Otto Lind was not changed");
  expect(alert).toHaveTextContent("This is the organization's last owner.");
  await waitFor(() =>
    expect(screen.getByRole("combobox", { name: "Role of Otto Lind" })).toHaveValue("Owner"),
  );
});

test("giving up one's own role asks first, and what it allowed is gone at once", async () => {
  const backend = backendWithPeople();
  backend.answers("put", "/organizations/:organizationId/members/:userId", ({ body }) => {
    backend.me = graceAs(body.role);
    backend.members = [aMember({ role: body.role }), otto, vera];
    return aMember({ role: body.role });
  });
  const app = renderApp(address);
  await app.user.click(await screen.findByRole("combobox", { name: "Role of Grace Okafor" }));
  await app.user.click(await screen.findByRole("option", { name: "Viewer" }));
  const dialog = await screen.findByRole("dialog", { name: "Change your own role?" });

  await app.user.click(within(dialog).getByRole("button", { name: "Change my role" }));

  await waitFor(() =>
    expect(screen.queryByRole("button", { name: "Invite" })).not.toBeInTheDocument(),
  );
  expect(screen.queryByRole("link", { name: "API keys" })).not.toBeInTheDocument();
});

test("removing says what is lost", async () => {
  const backend = backendWithPeople();
  const app = renderApp(address);
  await app.user.click(await screen.findByRole("button", { name: "Remove Vera Marsh" }));
  const dialog = await screen.findByRole("dialog", { name: "Remove Vera Marsh?" });
  expect(dialog).toHaveTextContent("Vera Marsh loses access to Northwind Association at once");

  await app.user.click(within(dialog).getByRole("button", { name: "Remove" }));

  await waitFor(() => expect(screen.queryByText("vera@northwind.example")).not.toBeInTheDocument());
  expect(backend.sent.at(-1)?.call).toBe(`DELETE ${members}/${vera.userId}`);
});

test("an invitation is made and its link can be copied", async () => {
  const backend = backendWithPeople();
  backend.canSendMail = false;
  const app = renderApp(address);
  await app.user.click(await screen.findByRole("button", { name: "Invite" }));
  const dialog = await screen.findByRole("dialog", { name: "Invite somebody" });

  await app.user.type(within(dialog).getByLabelText("E-mail address"), "new@x.example");
  await app.user.click(within(dialog).getByRole("combobox", { name: "Role" }));
  const list = await screen.findByRole("listbox", { name: "Role" });
  expect(within(list).queryByRole("option", { name: "Owner" })).not.toBeInTheDocument();
  await app.user.click(within(list).getByRole("option", { name: "Admin" }));
  await app.user.click(within(dialog).getByRole("button", { name: "Create invitation" }));

  const made = await screen.findByRole("dialog", { name: "The invitation is ready" });
  expect(made).toHaveTextContent("Hand this link to new@x.example");
  await app.user.click(within(made).getByRole("button", { name: "Copy the link" }));
  expect(await navigator.clipboard.readText()).toBe(anInvitation().url);
  expect(backend.lastSent(`POST ${invitations}`)).toEqual({
    email: "new@x.example",
    role: "ADMIN",
  });
  await app.user.click(within(made).getByRole("button", { name: "Done" }));
  expect(await screen.findByRole("table", { name: "Open invitations" })).toHaveTextContent(
    "new@x.example",
  );
});

test("an address that is a member already is named at its field", async () => {
  const backend = backendWithPeople();
  backend.answers("post", "/organizations/:organizationId/invitations", () =>
    invalid({ email: "This person is a member already." }),
  );
  const app = renderApp(address);
  await app.user.click(await screen.findByRole("button", { name: "Invite" }));
  const dialog = await screen.findByRole("dialog");

  await app.user.type(within(dialog).getByLabelText("E-mail address"), "otto@x.example{Enter}");

  expect(await within(dialog).findByText("This person is a member already.")).toBeVisible();
  expect(within(dialog).getByLabelText("E-mail address")).toHaveFocus();
});

test("open invitations can be copied, sent again and revoked", async () => {
  const backend = backendWithPeople();
  backend.invitations = [anInvitation()];
  const app = renderApp(address);
  const table = await screen.findByRole("table", { name: "Open invitations" });
  await within(table).findByText("ines@northwind.example");

  await app.user.click(
    within(table).getByRole("button", {
      name: "Copy the link of the invitation for ines@northwind.example",
    }),
  );
  expect(await navigator.clipboard.readText()).toBe(anInvitation().url);

  await app.user.click(within(table).getByRole("button", { name: /^Send the invitation/ }));
  expect(await screen.findByText(/^Sent to ines@northwind.example again/)).toBeVisible();

  await app.user.click(within(table).getByRole("button", { name: /^Revoke the invitation/ }));
  const dialog = await screen.findByRole("dialog", { name: /^Revoke the invitation/ });
  await app.user.click(within(dialog).getByRole("button", { name: "Revoke" }));
  expect(await screen.findByText("Nobody has an invitation that is still open.")).toBeVisible();
});

test("an invitation that has expired offers no link", async () => {
  const backend = backendWithPeople();
  backend.invitations = [anInvitation({ expiresAt: "2020-01-01T00:00:00Z" })];
  renderApp(address);

  const table = await screen.findByRole("table", { name: "Open invitations" });
  expect(await within(table).findByText("Expired")).toBeVisible();
  expect(within(table).queryByRole("button", { name: /^Copy/ })).not.toBeInTheDocument();
});

test("shows what each role may do", async () => {
  backendWithPeople();
  renderApp(address);

  const table = await screen.findByRole("table", { name: "What each role may do" });
  const row = within(table).getByRole("row", { name: /^Invite and remove people/ });
  expect(
    within(row)
      .getAllByRole("cell")
      .map((cell) => cell.textContent),
  ).toEqual(["–No", "–No", "Yes", "Yes"]);
});

test("a viewer sees who is there and can change nothing", async () => {
  const backend = backendWithPeople();
  backend.me = graceAs("VIEWER");
  renderApp(address);

  await rowOf("Otto Lind");
  expect(screen.queryByRole("button", { name: "Invite" })).not.toBeInTheDocument();
  expect(screen.queryByRole("combobox")).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /^Remove/ })).not.toBeInTheDocument();
  expect(screen.queryByRole("heading", { name: "Open invitations" })).not.toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Settings" })).toBeInTheDocument();
  expect(screen.queryByRole("link", { name: "API keys" })).not.toBeInTheDocument();
});

test("members that cannot be loaded can be asked for again", async () => {
  const backend = backendWithPeople();
  backend.me = graceAs("VIEWER");
  backend.breakDown();
  const app = renderApp(address);
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("The members could not be loaded");
  backend.recover();

  await app.user.click(within(alert).getByRole("button", { name: "Try again" }));

  expect(await rowOf("Otto Lind")).toBeVisible();
});
