import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { asCurl, canBeTyped } from "./curl";

const url = "https://inlet.example.org/hooks/northwind/k3Jx9";

/** What bash would hand to curl. */
function argumentsOf(command: string): string[] {
  const printed = execFileSync("bash", ["-c", `curl() { printf '%s\\0' "$@"; }; ${command}`], {
    encoding: "utf8",
  });
  return printed.split("\0").slice(0, -1);
}

const post = (body: string, contentType: string | undefined = "application/json") =>
  argumentsOf(asCurl({ url, contentType, body }));

test("posts the body and its content type to the URL", () => {
  expect(post('{"a":1}')).toEqual([
    "-X",
    "POST",
    url,
    "-H",
    "Content-Type: application/json",
    "--data-raw",
    '{"a":1}',
  ]);
});

test.each([
  `{"name":"O'Hara","note":"$(id) \`id\` $HOME \\"!"}`,
  "@/etc/passwd",
  "two\nlines and a 'quote'\n",
  "carriage\r\nreturn, tab\t, back\\slash and a 'quote'",
  "\u001b[201~; id\u009b and ünïcödé 🎉",
  "",
])("reaches curl as it was received: %j", (body) => {
  expect(post(body).at(-1)).toBe(body);
});

test("what a terminal acts on is not in the command", () => {
  const command = asCurl({ url, contentType: "application/json", body: "\u001b[201~\rid\u009b" });

  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(command).not.toMatch(/[\r\u001b\u009b]/);
});

test("a body that came without a content type goes without one", () => {
  expect(argumentsOf(asCurl({ url, contentType: undefined, body: "{}" }))[4]).toBe("Content-Type:");
});

test("a body with a NUL cannot be typed", () => {
  expect(canBeTyped("a\0b")).toBe(false);
  expect(canBeTyped("a b")).toBe(true);
});
