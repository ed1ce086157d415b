import { expect, test } from "vitest";

const sources = Object.entries(
  import.meta.glob<string>(
    ["./**/*.ts", "./**/*.tsx", "!./**/*.test.*", "!./testing/**", "!./**/*.d.ts"],
    {
      query: "?raw",
      import: "default",
      eager: true,
    },
  ),
);

const layers = ["texts", "lib", "api", "components", "features", "app"];

function imports(file: string, text: string): string[] {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((m) => m[1]);
  return specifiers.map((specifier) =>
    new URL(specifier ?? "", `file:///src/${file}`).pathname.slice(5),
  );
}

function violations(isAllowed: (from: string, to: string) => boolean): string[] {
  return sources.flatMap(([path, text]) => {
    const from = path.slice(2);
    return imports(from, text)
      .filter((to) => !isAllowed(from, to))
      .map((to) => `${from} imports ${to}`);
  });
}

const layerOf = (path: string) => layers.indexOf(path.split("/")[0] ?? "");

test("features do not import each other", () => {
  expect(sources.length).toBeGreaterThan(40);
  const feature = (path: string) => /^features\/([^/]+)/.exec(path)?.[1];
  expect(
    violations((from, to) => !feature(from) || !feature(to) || feature(from) === feature(to)),
  ).toEqual([]);
});

test("imports go one way: app, features, components, and what lies below", () => {
  // Types generated from the contract are the vocabulary of every layer.
  expect(
    violations(
      (from, to) => layerOf(from) < 0 || to === "api/schema" || layerOf(to) <= layerOf(from),
    ),
  ).toEqual([]);
});

test("only the api folder calls fetch", () => {
  // What senders are shown is text.
  const shown = "./features/webhooks/snippets.ts";
  const callers = sources.filter(
    ([path, text]) => !path.startsWith("./api/") && path !== shown && /\bfetch\(/.test(text),
  );
  expect(callers.map(([path]) => path)).toEqual([]);
});
