import { expect, type Page } from "@playwright/test";
import { password } from "./example";
import { stack } from "./stack";
import { test } from "./test";

const schema = `{
  "type": "object",
  "properties": {
    "member": { "type": "string" },
    "course": { "type": "string" },
    "credits": { "type": "number" }
  },
  "required": ["member", "course"]
}`;

test("an administrator goes from signing up to a record in iMIS, and on to the end of a webhook", async ({
  page,
  request,
}) => {
  await signUp(page);
  await connect(page);
  const url = await createWebhook(page);

  const taken = await request.post(url, { data: { member: "105", course: "Wound care" } });
  expect(await taken.json()).toEqual({ success: true });
  const refused = await request.post(url, { data: { member: 105 } });
  expect(refused.status()).toBe(400);

  await lookAt(page, "Succeeded");
  await expect(page.getByText("Version 1").first()).toBeVisible();
  await lookAt(page, "Rejected");
  const why = page.getByRole("region", { name: "Why it was rejected" });
  await expect(why.getByText("course is missing; it is required.")).toBeVisible();

  await makeCourseOptional(page);
  await replay(page);

  await deleteWebhook(page);
  const gone = await request.post(url, { data: { member: "105", course: "Wound care" } });
  expect(gone.status()).toBe(404);
});

async function signUp(page: Page) {
  await page.goto("/sign-up");
  await page.getByLabel("Organization name").fill("Prairie Pharmacists");
  await page.getByLabel("Your name").fill("Noor Haddad");
  await page.getByLabel("E-mail address").fill("noor@prairie.example");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create organization" }).click();
  await expect(page.getByRole("heading", { name: "No webhooks yet" })).toBeVisible();
}

async function connect(page: Page) {
  await page.getByRole("link", { name: "Connect iMIS" }).click();
  await page.getByRole("radio", { name: "iMIS EMS" }).check();
  await page.getByLabel("Address").fill(stack().simulatorUrl);
  await page.getByLabel("User name").fill("demo");
  await page.getByLabel("Password", { exact: true }).fill("wrong");
  await page.getByRole("button", { name: "Save connection" }).click();
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByText("iMIS refused the user name or password").first()).toBeVisible();
  await expect(
    page.getByRole("alert").filter({ hasText: "No record reaches iMIS since" }),
  ).toBeVisible();

  await page.getByRole("button", { name: "Change", exact: true }).click();
  await page.getByLabel("Password", { exact: true }).fill("demo&100%=ok");
  await page.getByRole("button", { name: "Save connection" }).click();
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByText("The connection works")).toBeVisible();
}

async function createWebhook(page: Page): Promise<string> {
  await goTo(page, "Webhooks");
  await page.getByRole("link", { name: "Add the first webhook" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Course completions");
  await next(page);
  await writeSchema(page, schema);
  await next(page);
  await page.getByRole("combobox", { name: "Action" }).selectOption("Insert an activity");
  await page.getByRole("textbox", { name: "Value of Activity Type" }).fill("WEBHOOK");
  await page.getByRole("textbox", { name: "Value of ID", exact: true }).click();
  await page.getByRole("button", { name: /^Insert member/ }).click();
  await expect(page.getByRole("textbox", { name: "Value of ID", exact: true })).toHaveValue(
    "$$member$$",
  );
  await page.reload();
  await expect(page.getByText("Your unsaved changes were restored")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Value of ID", exact: true })).toHaveValue(
    "$$member$$",
  );
  await next(page);
  await next(page);
  await page.getByRole("button", { name: "Save webhook" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("is ready")).toBeVisible();
  const url = /http:\S+\/hooks\/[\w-]+\/[\w-]+/.exec(await dialog.innerText())?.[0] ?? "";
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "Course completions", exact: true })).toBeVisible();
  return url;
}

async function writeSchema(page: Page, text: string) {
  const editor = page.getByRole("textbox", { name: "JSON Schema" });
  await editor.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
}

async function next(page: Page) {
  await page.getByRole("button", { name: "Next Step" }).click();
}

async function goTo(page: Page, name: string) {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).click();
}

async function lookAt(page: Page, outcome: string) {
  await goTo(page, "Deliveries");
  const row = page.getByRole("row").filter({ hasText: outcome }).first();
  await row.getByRole("link", { name: /^Delivery of/ }).click();
  await expect(page.getByRole("heading", { name: "Timeline" })).toBeVisible();
}

async function makeCourseOptional(page: Page) {
  await goTo(page, "Webhooks");
  await page.getByRole("link", { name: "Edit Course completions" }).click();
  await page.getByRole("button", { name: "JSON Schema" }).click();
  await writeSchema(
    page,
    schema
      .replace('"member": { "type": "string" }', '"member": { "type": ["string", "integer"] }')
      .replace(', "course"]', "]"),
  );
  await next(page);
  await next(page);
  await page.getByRole("button", { name: "Review and save" }).click();
  await expect(page.getByText("1 that was rejected would be accepted.")).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("“Course completions” is saved.")).toBeVisible();
}

async function replay(page: Page) {
  await lookAt(page, "Rejected");
  await page.getByRole("button", { name: "Replay" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "As the webhook is now (version 2)" }).check();
  await dialog.getByRole("button", { name: "Replay" }).click();
  await expect(dialog.getByText("Succeeded").first()).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("Replay by noor@prairie.example").first()).toBeVisible();
}

async function deleteWebhook(page: Page) {
  await goTo(page, "Webhooks");
  await page.getByRole("button", { name: "More actions for Course completions" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete webhook" }).click();
  await expect(page.getByRole("heading", { name: "No webhooks yet" })).toBeVisible();
}
