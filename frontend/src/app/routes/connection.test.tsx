import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aConnection, graceAs, northwind } from "../../testing/fixtures";
import { invalid, problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";

const address = paths.connection(northwind.organizationId);
const connection = `/organizations/${northwind.organizationId}/connection`;
const testing = "/organizations/:organizationId/connection/test";

function whenTested(backend: Backend, failure: string | null) {
  backend.answers("post", testing, () => ({
    works: failure === null,
    failure,
    message: failure === null ? "Inlet signed in to iMIS and read a contact." : "Something else.",
  }));
}

test("a first connection is saved in the browser’s zone, and the test is offered at once", async () => {
  const backend = new Backend();
  whenTested(backend, null);
  const app = renderApp(address);
  await app.user.type(
    await screen.findByRole("textbox", { name: "Address" }),
    "https://northwind.imiscloud.com",
  );
  await app.user.type(screen.getByRole("textbox", { name: "User name" }), "inlet");
  await app.user.type(screen.getByLabelText("Password"), "s3cret");
  expect(screen.queryByRole("button", { name: "Test connection" })).not.toBeInTheDocument();

  await app.user.click(screen.getByRole("button", { name: "Save connection" }));

  expect(await screen.findByText("Saved. Now test whether it works.")).toBeVisible();
  expect(backend.lastSent(`PUT ${connection}`)).toEqual({
    edition: "EMS",
    baseUrl: "https://northwind.imiscloud.com",
    username: "inlet",
    password: "s3cret",
    timeZone: "America/New_York",
    concurrentCallsMax: 4,
  });
  expect(screen.queryByLabelText("Password")).not.toBeInTheDocument();

  await app.user.click(screen.getByRole("button", { name: "Test connection" }));

  expect(await screen.findByText("The connection works")).toBeVisible();
});

test("what is missing is said at its field, and nothing is sent", async () => {
  const backend = new Backend();
  const app = renderApp(address);

  await app.user.click(await screen.findByRole("button", { name: "Save connection" }));

  expect(screen.getByText("Give the address of your iMIS.")).toBeVisible();
  expect(screen.getByText("Give the user name.")).toBeVisible();
  expect(screen.getByText("Give the password.")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Address" })).toHaveFocus();
  expect(backend.sent.filter(({ call }) => call.startsWith("PUT"))).toEqual([]);
});

test("the password that is set stays unless somebody changes it", async () => {
  const backend = new Backend();
  backend.connection = aConnection();
  const app = renderApp(address);
  expect(await screen.findByText("Set")).toBeVisible();

  await app.user.click(screen.getByRole("radio", { name: /iMIS 2017/ }));
  await app.user.click(screen.getByRole("button", { name: "Save connection" }));

  await screen.findByText("Saved. Now test whether it works.");
  expect(backend.lastSent(`PUT ${connection}`)).not.toHaveProperty("password");

  await app.user.click(screen.getByRole("button", { name: "Change" }));
  expect(screen.getByLabelText("Password")).toHaveFocus();
  await app.user.type(screen.getByLabelText("Password"), "n3w{Enter}");

  expect(await screen.findByText("Set")).toBeVisible();
  expect(backend.lastSent(`PUT ${connection}`)).toHaveProperty("password", "n3w");
});

test("another user takes the password once more", async () => {
  const backend = new Backend();
  backend.connection = aConnection();
  const app = renderApp(address);

  await app.user.type(await screen.findByRole("textbox", { name: "User name" }), "2");

  expect(screen.getByLabelText("Password")).toBeVisible();
  expect(screen.getByText("A changed address or user takes the password once more.")).toBeVisible();
});

test("what Inlet says of the address is shown there", async () => {
  const backend = new Backend();
  backend.connection = aConnection();
  backend.answers("put", "/organizations/:organizationId/connection", () =>
    invalid({ baseUrl: "The address must begin with https://." }),
  );
  const app = renderApp(address);

  await app.user.click(await screen.findByRole("button", { name: "Save connection" }));

  expect(await screen.findByText("The address must begin with https://.")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Address" })).toHaveFocus();
});

test("of the address of a page the page is left out, which is told", async () => {
  const backend = new Backend();
  const app = renderApp(address);
  const field = await screen.findByRole("textbox", { name: "Address" });

  await app.user.click(field);
  await app.user.paste("https://org.imiscloud.com/Staff/Home.aspx?id=1");
  await app.user.tab();
  expect(field).toHaveValue("https://org.imiscloud.com");
  expect(screen.getByText(/^The page was left out/)).toBeVisible();

  await app.user.clear(field);
  await app.user.paste("https://org.imiscloud.com/Login.aspx");
  await app.user.type(screen.getByRole("textbox", { name: "User name" }), "inlet");
  await app.user.type(screen.getByLabelText("Password"), "s3cret{Enter}");
  await screen.findByText("Saved. Now test whether it works.");
  expect(backend.lastSent(`PUT ${connection}`)).toHaveProperty(
    "baseUrl",
    "https://org.imiscloud.com",
  );
});

test("an address is cut to what it needs, too, where the form is sent from its field", async () => {
  const backend = new Backend();
  backend.connection = aConnection();
  const app = renderApp(address);
  const field = await screen.findByRole("textbox", { name: "Address" });

  await app.user.clear(field);
  await app.user.type(screen.getByLabelText("Password"), "s3cret");
  await app.user.click(field);
  await app.user.paste("https://org.imiscloud.com/Login.aspx");
  await app.user.keyboard("{Enter}");

  await screen.findByText("Saved. Now test whether it works.");
  expect(backend.lastSent(`PUT ${connection}`)).toHaveProperty(
    "baseUrl",
    "https://org.imiscloud.com",
  );
});

test("a time zone is found by typing", async () => {
  const backend = new Backend();
  backend.connection = aConnection();
  const app = renderApp(address);
  const zone = await screen.findByRole("combobox", { name: "Time zone of iMIS" });
  expect(zone).toHaveDisplayValue(/^America\/Chicago \(GMT-\d\)$/);

  await app.user.clear(zone);
  await app.user.type(zone, "berlin");
  await app.user.click(await screen.findByRole("option", { name: /Europe\/Berlin/ }));
  await app.user.click(screen.getByRole("button", { name: "Save connection" }));

  await screen.findByText("Saved. Now test whether it works.");
  expect(backend.lastSent(`PUT ${connection}`)).toHaveProperty("timeZone", "Europe/Berlin");
});

test.each([
  ["UNREACHABLE", "Nothing answers at this address", /firewall/],
  ["NOT_IMIS", "What answers at this address is not iMIS", /path of the instance/],
  ["CREDENTIALS_REFUSED", "iMIS refused the user name or password", /expired.*90 days/],
  ["CREDENTIALS_REFUSED", "iMIS refused the user name or password", /locked/],
  ["NOT_PERMITTED", "The user may not use the REST API", /RemoteService/],
  ["ADDRESS_NOT_ALLOWED", "Inlet may not call this address", /private network/],
])("a test that fails with %s says how to mend it", async (failure, title, step) => {
  const backend = new Backend();
  backend.connection = aConnection();
  whenTested(backend, failure);
  const app = renderApp(address);

  await app.user.click(await screen.findByRole("button", { name: "Test connection" }));

  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent(title);
  expect(within(alert).getByText(step)).toBeVisible();
});

test("a failure of a kind that came later is told in Inlet’s own words", async () => {
  const backend = new Backend();
  backend.connection = aConnection();
  whenTested(backend, "SOMETHING_NEW");
  const app = renderApp(address);

  await app.user.click(await screen.findByRole("button", { name: "Test connection" }));

  expect(await screen.findByRole("alert")).toHaveTextContent("Something else.");
});

test("changes that are not saved are not what is tested, and the page says so", async () => {
  const backend = new Backend();
  backend.connection = aConnection();
  const app = renderApp(address);

  await app.user.click(await screen.findByRole("radio", { name: /iMIS 2017/ }));

  expect(screen.getByText("Tested is what is saved, without the changes above.")).toBeVisible();
});

test("a viewer sees the connection and can neither change nor test it", async () => {
  const backend = new Backend();
  backend.me = graceAs("VIEWER");
  backend.connection = aConnection();
  renderApp(address);

  expect(await screen.findByText("https://northwind.imiscloud.com")).toBeVisible();
  expect(screen.queryByRole("textbox")).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Save connection" })).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Test connection" })).not.toBeInTheDocument();
});

test("an editor tests the connection and cannot change it", async () => {
  const backend = new Backend();
  backend.me = graceAs("EDITOR");
  backend.connection = aConnection();
  whenTested(backend, null);
  const app = renderApp(address);

  await app.user.click(await screen.findByRole("button", { name: "Test connection" }));

  expect(await screen.findByText("The connection works")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Save connection" })).not.toBeInTheDocument();
});

test("a connection that cannot be loaded can be asked for again", async () => {
  const backend = new Backend();
  backend.connection = aConnection();
  backend.answers("get", "/organizations/:organizationId/connection", () =>
    problem(503, "unavailable", "Inlet cannot do this right now"),
  );
  renderApp(address);

  expect(await screen.findByRole("alert")).toHaveTextContent("Inlet cannot do this right now");
  expect(screen.getByRole("button", { name: "Try again" })).toBeVisible();
});
