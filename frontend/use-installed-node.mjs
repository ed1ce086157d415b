// Lends the build an installed Node and its npm, so that nothing is downloaded. Ends with an error
// where there is none that fits; frontend-maven-plugin then installs one.
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";

const isWindows = process.platform === "win32";
const here = import.meta.dirname ?? dirname(process.argv[1]);
const folder = join(here, "node");
const nodeLink = join(folder, isWindows ? "node.exe" : "node");
const npmLink = join(folder, "node_modules", "npm");

if (isOwnInstallation()) {
  process.exit(1);
}
const npm = fits() ? findNpm() : undefined;
if (npm === undefined) {
  removeLinks();
  process.exit(1);
}
if (!isUpToDate()) {
  removeLinks();
  mkdirSync(dirname(npmLink), { recursive: true });
  symlinkSync(npm, npmLink, "junction");
  if (isWindows) {
    copyFileSync(process.execPath, nodeLink);
  } else {
    symlinkSync(process.execPath, nodeLink);
  }
}

function fits() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
}

function findNpm() {
  const beside = dirname(process.execPath);
  const candidates = [
    join(beside, "..", "lib", "node_modules", "npm"),
    join(beside, "node_modules", "npm"),
    join(globalFolder(), "npm"),
  ];
  return candidates.find((candidate) => existsSync(join(candidate, "bin", "npm-cli.js")));
}

function globalFolder() {
  try {
    return execFileSync("npm", ["root", "-g"], {
      encoding: "utf8",
      shell: isWindows,
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return "";
  }
}

// What frontend-maven-plugin once installed here is a folder of its own, not links.
function isOwnInstallation() {
  return !isWindows && isThere(nodeLink) && !lstatSync(nodeLink).isSymbolicLink();
}

function isUpToDate() {
  return !isWindows && target(nodeLink) === process.execPath && target(npmLink) === npm;
}

function target(link) {
  return isThere(link) && lstatSync(link).isSymbolicLink() ? readlinkSync(link) : undefined;
}

function isThere(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function removeLinks() {
  rmSync(nodeLink, { force: true });
  rmSync(npmLink, { force: true, recursive: true });
}
