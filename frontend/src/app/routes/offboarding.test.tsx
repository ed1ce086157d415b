import { screen, waitFor } from "@testing-library/react";
import { HttpResponse } from "msw";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { catchDownloads } from "../../testing/downloads";
import { contoso, graceAs, northwind } from "../../testing/fixtures";
import { problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const address = paths.settings(northwind.organizationId);
const deletion = `POST /organizations/${northwind.organizationId}/delete`;

function ownedBackend() {
  const backend = new Backend();
  const owner = graceAs("OWNER");
  backend.me = { ...owner, memberships: [...owner.memberships, contoso] };
  backend.answers("post", "/organizations/:organizationId/delete", () => {
    backend.me = { ...backend.me, memberships: [contoso] };
    return undefined;
  });
  return backend;
}

async function fillIn(user: ReturnType<typeof renderApp>["user"], slug: string) {
  await user.click(await screen.findByRole("button", { name: "Delete" }));
  await user.type(await screen.findByLabelText(/^Type the short name/), slug);
  await user.type(screen.getByLabelText("Password"), "correct horse");
  await user.click(screen.getByRole("button", { name: "Delete for ever" }));
}

test("everything is exported as a file, under the name that the backend gives", async () => {
  const backend = ownedBackend();
  backend.answers(
    "get",
    "/organizations/:organizationId/export",
    () =>
      new HttpResponse("all of it", {
        headers: { "Content-Disposition": 'attachment; filename="inlet-northwind.zip"' },
      }),
  );
  const downloads = catchDownloads();
  const app = renderApp(address);
  const section = await screen.findByRole("region", { name: "Export everything" });
  expect(section).toHaveTextContent("Not in it: credentials.");

  await app.user.click(screen.getByRole("button", { name: "Export" }));

  expect(await screen.findByText("Saved as inlet-northwind.zip")).toBeVisible();
  expect(await downloads[0]?.text()).toBe("all of it");
});

test("an export that cannot be begun says why", async () => {
  const backend = ownedBackend();
  backend.answers("get", "/organizations/:organizationId/export", () =>
    problem(409, "not-possible", "An export of this organization is under way."),
  );
  const app = renderApp(address);

  await app.user.click(await screen.findByRole("button", { name: "Export" }));

  expect(await screen.findByRole("alert")).toHaveTextContent("An export of this organization is");
});

test("deleting names what stops, and leads to the organization that is left", async () => {
  const backend = ownedBackend();
  const app = renderApp(address);
  await app.user.click(await screen.findByRole("button", { name: "Delete" }));
  const dialog = await screen.findByRole("dialog", { name: "Delete Northwind Association?" });
  expect(dialog).toHaveTextContent("answer 404 at once");
  expect(dialog).toHaveTextContent("Everything is erased");
  expect(dialog).toHaveTextContent("The short name stays reserved");

  await app.user.type(screen.getByLabelText(/^Type the short name, northwind/), "northwind");
  await app.user.type(screen.getByLabelText("Password"), "correct horse");
  await app.user.click(screen.getByRole("button", { name: "Delete for ever" }));

  await waitFor(() => expect(app.address()).toBe(paths.webhooks(contoso.organizationId)));
  expect(backend.lastSent(deletion)).toEqual({ slug: "northwind", password: "correct horse" });
});

test("another name deletes nothing", async () => {
  const backend = ownedBackend();
  const app = renderApp(address);

  await fillIn(app.user, "contoso");

  expect(screen.getByText("This is not the short name of the organization.")).toBeVisible();
  expect(screen.getByLabelText(/^Type the short name/)).toHaveFocus();
  expect(backend.lastSent(deletion)).toBeUndefined();
});

test("a wrong password is shown at its field", async () => {
  const backend = ownedBackend();
  backend.answers("post", "/organizations/:organizationId/delete", () =>
    problem(400, "invalid-request", "The password is wrong.", {
      fields: { password: "The password is wrong." },
    }),
  );
  const app = renderApp(address);

  await fillIn(app.user, "northwind");

  expect(await screen.findByText("The password is wrong.")).toBeVisible();
  expect(screen.getByLabelText("Password")).toBeInvalid();
  expect(app.address()).toBe(address);
});

test("only owners can export or delete", async () => {
  new Backend();
  renderApp(address);

  await screen.findByLabelText("Name");
  expect(screen.queryByRole("region", { name: "Export everything" })).not.toBeInTheDocument();
  expect(screen.queryByRole("region", { name: "Delete the organization" })).not.toBeInTheDocument();
});
