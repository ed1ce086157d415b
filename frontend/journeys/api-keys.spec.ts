import { expect } from "@playwright/test";
import { apiOf } from "./api";
import { stack } from "./stack";
import { signIn, test } from "./test";

test("a program works with an API key until it is revoked", async ({ page }) => {
  const { url, example } = stack();
  const { owner, organizationId } = example;
  await signIn(page, owner);
  await page.goto(`/o/${organizationId}/api-keys`);
  await page.getByRole("button", { name: "Create API key" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Membership sync");
  await page.getByRole("button", { name: "Create key" }).click();
  const key = await page.getByRole("group", { name: "API key" }).innerText();
  await page.getByRole("button", { name: "I have stored it" }).click();

  const program = apiOf(url, key.trim());
  const params = { path: { organizationId } };
  const read = () => program.GET("/api/organizations/{organizationId}/webhooks", { params });
  const { data } = await read();
  expect(data?.items.map(({ name }) => name)).toContain("Course completions");
  const refused = await program.DELETE("/api/organizations/{organizationId}/webhooks/{webhookId}", {
    params: { path: { organizationId, webhookId: example.webhookId } },
  });
  expect(refused.response.status, "its role only reads").toBe(403);

  await page.getByRole("button", { name: "Revoke Membership sync" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("Membership sync")).toHaveCount(0);
  expect((await read()).response.status).toBe(401);
});
