import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { open, signInFor } from "./open";
import { pages } from "./pages";
import { test } from "./test";

const firstLoadMax = 250_000;
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const looks = [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 390 },
] as const;

for (const shown of pages) {
  test(`${shown.name} is accessible, fits every screen and loads little`, async ({
    page,
    context,
  }) => {
    await signInFor(shown, context);
    await open(page, shown);
    expect(await scriptBytes(page)).toBeLessThan(firstLoadMax);

    // Each color and each layout once: what is wrong with one is hardly wrong with both together only.
    for (const { colorScheme, width } of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await violations(page), `${colorScheme}, ${width} wide`).toEqual([]);
    }

    await page.setViewportSize({ width: 360, height: 740 });
    // A headless window counts the gutter for a scroll bar as its own, the page does not.
    const { scrollWidth, clientWidth } = await page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });
}

test("what a page does unseen is noticed", async ({ page, watch }) => {
  await page.goto("/sign-in");
  await page.evaluate(() => {
    document.head.append(Object.assign(document.createElement("style"), { textContent: "a {}" }));
    setTimeout(() => {
      throw new Error("unseen");
    });
    void fetch("http://localhost:1/").catch(() => undefined);
  });
  await watch.expectAndForgive(/threw: Error: unseen/);
  await watch.expectAndForgive(/logged: .*inline style violates .*Content Security Policy/);
  await watch.expectAndForgive(/logged: .*localhost:1.*Content Security Policy/);
});

/**
 * What the network carries until the page is shown, in a browser that knows nothing of it. The
 * code editor comes after that, into a place kept free for it.
 */
function scriptBytes(page: Page): Promise<number> {
  return page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => /^(?!.*mounted-editor).*\.js$/.test(new URL(name).pathname))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
}

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly: rules, resultTypes: ["violations"], preload: false })
    .analyze();
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(" ")}: ${any[0]?.message ?? help}`),
  );
}
