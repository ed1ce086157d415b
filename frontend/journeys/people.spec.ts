import { expect } from "@playwright/test";
import { password } from "./example";
import { stack } from "./stack";
import { signIn, test } from "./test";

test("an administrator signs up by keyboard alone, and is in the organization that makes", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page).toHaveURL("/sign-in");
  await page.getByRole("link", { name: "Create an organization" }).press("Enter");
  await page.getByLabel("Organization name").focus();
  for (const text of [
    "Lakeside Dental Society",
    undefined,
    "Nora Quist",
    "nora@lakeside.example",
  ]) {
    await page.keyboard.type(text ?? "");
    await page.keyboard.press("Tab");
  }
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1, name: "Webhooks" })).toBeVisible();
  await expect(page.getByText("No webhooks yet")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Account of Nora Quist" })).toBeVisible();
});

test("an owner invites a colleague, who joins in another browser with the role offered", async ({
  page,
  elsewhere,
}) => {
  const { owner, organizationId } = stack().example;
  await signIn(page, owner);
  await page.goto(`/o/${organizationId}/people`);
  await page.getByRole("button", { name: "Invite" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-mail address").fill("lena.fuchs@harborview.example");
  await dialog.getByRole("combobox", { name: "Role" }).click();
  await page.getByRole("option", { name: "Editor" }).click();
  await dialog.getByRole("button", { name: "Create invitation" }).click();
  const link = await dialog.getByRole("group", { name: "Link of the invitation" }).innerText();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(
    page.getByRole("cell", { name: "lena.fuchs@harborview.example", exact: true }),
  ).toBeVisible();

  await elsewhere.goto(link);
  await expect(
    elsewhere.getByRole("heading", { name: "Join Harborview Nurses Association" }),
  ).toBeVisible();
  expect(elsewhere.url(), "the secret has left the address bar").not.toContain("#");
  await elsewhere.getByLabel("Your name").fill("Lena Fuchs");
  await elsewhere.getByLabel("Password", { exact: true }).fill(password);
  await elsewhere.getByRole("button", { name: "Accept invitation" }).click();
  await expect(elsewhere.getByText("Course completions")).toBeVisible();
  await expect(elsewhere.getByRole("link", { name: "API keys" })).toHaveCount(0);

  await page.reload();
  await expect(page.getByRole("combobox", { name: "Role of Lena Fuchs" })).toHaveValue("Editor");
  await page.goto(`/o/${organizationId}/audit`);
  await expect(page.getByText("lena.fuchs@harborview.example joined as Editor")).toBeVisible();
});
