import { join } from "node:path";
import { open, signInFor } from "./open";
import { pages } from "./pages";
import { test } from "./test";

const folder = join(import.meta.dirname, "..", "..", "docs", "screens");

// No test: it makes the pictures in docs/screens.
for (const shown of pages) {
  test(`${shown.name} is pictured`, async ({ page, context }) => {
    await signInFor(shown, context);
    await open(page, shown);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
        const path = join(folder, `${shown.name}-${width}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: true, animations: "disabled" });
      }
    }
  });
}
