import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { open, signInFor } from "./open";
import { pages } from "./pages";
import { test } from "./test";

const folder = join(import.meta.dirname, "..", "..", "docs", "screens");

// No test: it makes the pictures in docs/screens.
for (const shown of pages) {
  test(`${shown.name} is pictured`, async ({ page, context }) => {
    await mkdir(folder, { recursive: true });
    await signInFor(shown, context);
    await open(page, shown);
    if (shown.name === "webhook-preview") {
      await expect(page.locator(".cm-content")).toBeVisible();
    }
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const [width, height] of [
        [1440, 900],
        [390, 844],
      ] as const) {
        await showWhole(page, width, height);
        const path = join(folder, `${shown.name}-${width}-${colorScheme}.webp`);
        await writeFile(path, await picture(page));
      }
    }
  });
}

/** A window as high as the page, so that what sticks to its edges stands there once. */
async function showWhole(page: Page, width: number, height: number) {
  await page.setViewportSize({ width, height });
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, whole) });
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== "running"),
  );
}

/** As WebP, which Playwright's own screenshots cannot be, at a fifth of a PNG's size. */
async function picture(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 85 });
  await session.detach();
  return Buffer.from(data, "base64");
}
