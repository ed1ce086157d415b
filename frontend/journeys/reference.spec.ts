import { expect } from "@playwright/test";
import { stack } from "./stack";
import { signIn, test } from "./test";

test("a developer reads an operation and tries it with a key", async ({ page, request }) => {
  const { url, example } = stack();
  const { access_token } = await (
    await request.post("/api/auth/login", { data: example.owner })
  ).json();
  await page.goto("/api-reference");
  await page.getByLabel("Search operations").fill("listWebhooks");
  await page.getByText("Lists the webhooks by name").first().click();
  await expect(page.getByRole("group", { name: "Answer 200 of listWebhooks" })).toContainText(
    '"items"',
  );

  await page.getByLabel("organizationId").fill(example.organizationId);
  await page.getByLabel("API key or access token").fill(access_token);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Answered 200", { exact: true })).toBeVisible();
  await expect(page.getByRole("group", { name: "What was answered" })).toContainText(
    "Course completions",
  );
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(kept, "the key is not kept").not.toContain(access_token);
  expect(page.url()).toBe(`${url}/api-reference`);
});

test("a third party gets a file that tells how to send", async ({ page, elsewhere }, testInfo) => {
  const { example } = stack();
  await signIn(page, example.owner);
  await page.goto(`/o/${example.organizationId}/webhooks/${example.webhookId}`);
  await page.getByRole("button", { name: "How to call it" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download for the sender" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("how-to-send.html");

  const stored = testInfo.outputPath(file.suggestedFilename());
  await file.saveAs(stored);
  await elsewhere.goto(`file://${stored}`);
  await expect(elsewhere.getByRole("heading", { level: 1 })).toContainText("Event registration");
  await expect(elsewhere.getByRole("heading", { name: "Answers" })).toBeVisible();
});
