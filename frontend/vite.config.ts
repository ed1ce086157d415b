import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const backend = "http://localhost:8080";

export default defineConfig({
  plugins: [react()],
  // The jar's class path: the backend serves what stands under webapp/.
  build: {
    outDir: "target/classes/webapp",
    emptyOutDir: true,
    // The first load names every part of the app that may come later: each letter counts.
    rolldownOptions: {
      output: {
        chunkFileNames: "assets/[name]-[hash:7].js",
        assetFileNames: "assets/[name]-[hash:7][extname]",
      },
    },
  },
  server: {
    proxy: {
      "/api": backend,
      "/hooks": backend,
      "/openapi.json": backend,
      "/openapi.yml": backend,
    },
  },
  test: {
    // What lies in journeys/ is Playwright's.
    include: ["src/**/*.test.{ts,tsx}"],
    environment: "jsdom",
    globals: true,
    restoreMocks: true,
    setupFiles: "src/testing/setup.ts",
    testTimeout: 60_000,
    css: false,
    // Fixed, so that what tests read on screen does not depend on the machine.
    env: { TZ: "America/New_York" },
  },
});
