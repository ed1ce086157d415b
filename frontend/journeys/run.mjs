// Runs the journeys in an installed Chromium: none is ever downloaded. Says so where there is none.
import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome.exe",
  "msedge.exe",
];
const applications = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const chromium = process.env.CHROMIUM || findChromium();
if (chromium === undefined) {
  process.stdout.write(
    "The browser journeys were NOT run: there is no Chromium on this machine. Install one, or name its program in CHROMIUM.\n",
  );
  process.exit(0);
}
if (!isProgram(chromium)) {
  process.stderr.write(`CHROMIUM is "${chromium}", which is not a program.\n`);
  process.exit(1);
}
process.stdout.write(`The browser journeys run in ${chromium}\n`);
const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
const { status } = spawnSync(
  process.execPath,
  [playwright, "test", "--config", import.meta.dirname, ...process.argv.slice(2)],
  { stdio: "inherit", env: { ...process.env, CHROMIUM: chromium } },
);
if (status !== 0) {
  process.stderr.write("What the stack said and what the pages showed is in target/journeys.\n");
}
process.exit(status ?? 1);

function findChromium() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    ...applications,
  ].find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
