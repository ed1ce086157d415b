import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { done, signedIn } from "./api";
import { stack } from "./stack";
import { signIn, test } from "./test";

test("webhooks are taken along as a file, and the command plans it", async ({ page }, testInfo) => {
  const { url, example } = stack();
  await signIn(page, example.owner);
  await page.goto(`/o/${example.organizationId}/webhooks`);
  await page.getByRole("button", { name: "Download as YAML" }).click();
  const dialog = page.getByRole("dialog");
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download inlet-harborview.yaml" }).press("Enter");
  expect((await download).suggestedFilename()).toBe("inlet-harborview.yaml");
  const file = testInfo.outputPath("inlet-harborview.yaml");
  await (await download).saveAs(file);
  expect(await readFile(file, "utf8")).toContain("Course completions");

  const command = testInfo.outputPath("inlet");
  await writeFile(command, await (await page.request.get("/cli/inlet")).body());
  const { stdout } = await promisify(execFile)("sh", [command, "plan", file], {
    env: {
      ...process.env,
      INLET_URL: url,
      INLET_ORGANIZATION: example.organizationId,
      INLET_API_KEY: await makeKey(),
    },
  });
  expect(stdout).toContain("Nothing to do");

  await page.goto(`/o/${example.organizationId}/webhooks`);
  await page.getByRole("button", { name: "Download as YAML" }).click();
  await dialog.getByRole("link", { name: "API reference" }).click();
  await expect(page.getByRole("heading", { name: "Webhooks as code" })).toBeInViewport();
});

/** A viewer's, which may plan. */
async function makeKey(): Promise<string> {
  const { url, example } = stack();
  const api = await signedIn(url, example.owner.email, example.owner.password);
  const { key } = await done(
    api.POST("/api/organizations/{organizationId}/api-keys", {
      params: { path: { organizationId: example.organizationId } },
      body: { name: "Plans of pull requests", role: "VIEWER" },
    }),
  );
  return key ?? "";
}
