import { defineConfig } from "@playwright/test";

const chromium = process.env.CHROMIUM;
if (!chromium) {
  throw new Error("No browser is named: start with `npm run journeys`, which looks for one.");
}

export default defineConfig({
  globalSetup: "./stack.ts",
  outputDir: "../target/journeys/results",
  projects: [
    { name: "journeys", testMatch: "*.spec.ts" },
    { name: "screens", testMatch: "screens.ts" },
  ],
  reporter: "list",
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "America/New_York",
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: chromium,
      // Chromium's sandbox does not work for root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
