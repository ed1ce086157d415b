import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { open, signInFor } from "./open";
import { type ExamplePage, pages } from "./pages";
import { test } from "./test";

const folder = join(import.meta.dirname, "..", "..", "docs", "screens");

/** The reference goes on as it begins, further than a picture can be high. */
const heightsMax = new Map([["api-reference", 3000]]);

/** Each picture is signed in for, and the trail would tell of little else. */
const inOrder = [named("audit"), ...pages.filter(({ name }) => name !== "audit")];

// No test: it makes the pictures in docs/screens.
for (const shown of inOrder) {
  test(`${shown.name} is pictured`, async ({ page, context }) => {
    await signInFor(shown, context);
    await open(page, shown);
    if (shown.name === "webhook-preview") {
      await expect(page.locator(".cm-content")).toBeVisible();
    }
    await take(page, shown.name);
  });
}

test("an operation of the reference is pictured", async ({ page }) => {
  await open(page, named("api-reference"));
  await page.getByLabel("Search operations").fill("createWebhook");
  await page.getByText("Creates a webhook; its URL").click();
  await expect(page.getByRole("button", { name: "Send" })).toBeVisible();
  await take(page, "api-reference-operation");
});

for (const { name, on, button, shows } of [
  {
    name: "webhooks-yaml",
    on: named("webhooks"),
    button: "Download as YAML",
    shows: "API reference",
  },
  {
    name: "webhook-how-to-call",
    on: named("webhook-general"),
    button: "How to call it",
    shows: "Download for the sender",
  },
  {
    name: "new-api-key",
    on: named("api-keys"),
    button: "Create API key",
    shows: "so that you know later",
  },
]) {
  test(`${name} is pictured`, async ({ page, context }) => {
    await signInFor(on, context);
    await open(page, on);
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByRole("dialog").getByText(shows)).toBeVisible();
    await take(page, name, 1100);
  });
}

test("the file for senders is pictured", async ({ page, context }, testInfo) => {
  const webhook = named("webhook-general");
  await signInFor(webhook, context);
  await open(page, webhook);
  await page.getByRole("button", { name: "How to call it" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download for the sender" }).click();
  const stored = testInfo.outputPath("how-to-send.html");
  await (await download).saveAs(stored);
  await page.goto(`file://${stored}`);
  await take(page, "sender-file");
});

function named(name: string): ExamplePage {
  const page = pages.find((each) => each.name === name);
  if (page === undefined) {
    throw new Error(`There is no page ${name}`);
  }
  return page;
}

/** In each color, on a desk and on a phone. */
async function take(page: Page, name: string, heightMin?: number) {
  await mkdir(folder, { recursive: true });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ] as const) {
      await showWhole(page, width, heightMin ?? height, heightsMax.get(name));
      await writeFile(join(folder, `${name}-${width}-${colorScheme}.webp`), await picture(page));
    }
  }
}

/** A window as high as the page, so that what sticks to its edges stands there once. */
async function showWhole(
  page: Page,
  width: number,
  height: number,
  heightMax = Number.POSITIVE_INFINITY,
) {
  await page.setViewportSize({ width, height });
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(height, whole), heightMax) });
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
