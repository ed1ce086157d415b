// Reads both bills of materials, drops from npm's what differs from run to run, and holds the licences of all components
// against those that are allowed. See .ci/sbom.
import { readFileSync, writeFileSync } from "node:fs";

const [backendFile, npmFile, webappFile, mode] = process.argv.slice(2);
const list = "THIRD-PARTY.md";

// A component may be used if one of its licences is here: whoever names several leaves the choice, as far as we have seen.
// A name that is not SPDX's is as the component's own POM has it.
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "EPL-2.0",
  "ISC",
  "MIT",
  "MIT-0",
]);

// What a component's POM does not say in SPDX's words, or not at all; each was looked up at the component itself.
const known = {
  // "Go License", which is the BSD licence with three clauses.
  "com.google.re2j:re2j": ["BSD-3-Clause"],
};

const backend = JSON.parse(readFileSync(backendFile, "utf8"));
const webapp = JSON.parse(readFileSync(npmFile, "utf8"));
delete webapp.serialNumber;
delete webapp.metadata.timestamp;
writeFileSync(webappFile, `${JSON.stringify(webapp, null, 2)}\n`);

const rows = [...components(backend, "program"), ...components(webapp, "web app")];
const refused = rows.filter((row) => !row.licences.some((licence) => allowed.has(licence)));
for (const row of refused) {
  console.error(`${row.name}: ${row.licences.join(", ") || "no licence is named"}`);
}

const text = `# What Inlet is made of beside its own code

Written by \`.ci/sbom write\` from the bills of materials of the program and of the web app; versions are there. Tools that only build or test are none of it.

| Component | Part | Licences |
|---|---|---|
${rows.map((row) => `| ${row.name} | ${row.part} | ${row.licences.join(", ")} |`).join("\n")}
`;
if (mode === "write") {
  writeFileSync(list, text);
} else if (readFileSync(list, "utf8") !== text) {
  console.error(`${list} is not up to date: run .ci/sbom write, and look at what changed.`);
  process.exitCode = 1;
}
if (refused.length > 0) {
  console.error("Their licences are not allowed in .ci/licences.mjs: see whether they may be, or take something else.");
  process.exitCode = 1;
}
console.log(`${rows.length} components, ${new Set(rows.flatMap((row) => row.licences)).size} licences.`);

function components(bom, part) {
  const found = new Map();
  for (const component of bom.components ?? []) {
    if (component.group !== "dev.inlet") {
      const name = component.group ? `${component.group}:${component.name}` : component.name;
      const licences = known[name] ?? (component.licenses ?? []).map(licence);
      found.set(name, { name, part, licences: [...new Set(licences)].sort() });
    }
  }
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function licence(entry) {
  return entry.expression ?? entry.license.id ?? entry.license.name;
}
