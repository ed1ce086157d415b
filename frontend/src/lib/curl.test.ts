import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { asCurl } from "./curl";

const url = "https://inlet.example.org/hooks/northwind/k3Jx9";
const folder = mkdtempSync(join(tmpdir(), "inlet-curl-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Called {
  args: string[];
  stdin: Buffer;
}

/** What a shell would hand to curl. */
function run(shell: string, command: string): Called {
  const curl = `curl() { for each in "$@"; do printf '%s\\0' "$each"; done; printf '\\1\\0'; cat; }`;
  const printed = execFileSync(shell, ["-c", `${curl}; ${command}`], { cwd: folder, input: "" });
  const end = printed.indexOf("\u0001\0");
  return {
    args: printed.subarray(0, end).toString("utf8").split("\0").slice(0, -1),
    stdin: printed.subarray(end + 2),
  };
}

function bodyOf({ args, stdin }: Called): Buffer {
  return args.at(-1) === "@-" ? stdin : Buffer.from(args.at(-1) ?? "");
}

const shells = ["/bin/sh", "dash", "bash"].filter(
  (shell) =>
    shell === "/bin/sh" || ["/bin", "/usr/bin"].some((path) => existsSync(`${path}/${shell}`)),
);

const hostile = [
  `{"name":"O'Hara","note":"$(touch x) \`touch x\` $HOME \\"!"}`,
  "@/etc/passwd",
  "two\nlines and a 'quote'\n\n",
  "carriage\r\nreturn, tab\t, back\\slash and a 'quote'",
  "\u001b[201~; id\u009b and ünïcödé 🎉",
  "",
  "x\u0007'; touch x #\\",
  "'; touch x; '",
  '"; touch x; "',
  "'\\''; touch x #",
  "a\0b",
  "x & touch x &",
  "x | touch x",
  "`touch x`",
  "$(touch x)",
  "%s %b \\c \\0101 \\n",
  "-n",
  "!!\n!touch",
  "’; touch x #",
];

describe.each(shells)("in %s", (shell) => {
  test("posts the body and its content type to the URL", () => {
    const { args } = run(shell, asCurl({ url, contentType: "application/json", body: '{"a":1}' }));

    expect(args).toEqual([
      "-X",
      "POST",
      url,
      "-H",
      "Content-Type: application/json",
      "--data-raw",
      '{"a":1}',
    ]);
  });

  test.each(hostile)("a body reaches curl as it was received, and runs nothing: %j", (body) => {
    for (const isOfStranger of [true, false]) {
      const called = run(shell, asCurl({ url, contentType: "text/plain", body, isOfStranger }));

      expect(bodyOf(called).toString("utf8")).toBe(body);
      expect(called.args.slice(0, 5)).toEqual([
        "-X",
        "POST",
        url,
        "-H",
        "Content-Type: text/plain",
      ]);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  test("so does each byte there is", () => {
    const body = Uint8Array.from({ length: 512 }, (_, index) => index % 256);

    const called = run(shell, asCurl({ url, contentType: undefined, body }));

    expect(bodyOf(called).equals(Buffer.from(body))).toBe(true);
  });

  test("a content type reaches curl as it was received, and runs nothing", () => {
    const contentType = 'a/b\'; touch x; "$(touch x)" \\';

    const { args } = run(shell, asCurl({ url, contentType, body: "{}" }));

    expect(args[4]).toBe(`Content-Type: ${contentType}`);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test("what another shell or a terminal acts on is not in the command", () => {
  for (const body of hostile) {
    const command = asCurl({ url, contentType: "text/plain", body, isOfStranger: true });
    // All that is not the command's own.
    const quoted = command.match(/'[^']*'/g) ?? [];

    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(quoted.join("")).not.toMatch(/[\u0000-\u001f\u007f-\uffff&|<>^!]/);
  }
});

test("a body that came without a content type goes without one", () => {
  const command = asCurl({ url, contentType: undefined, body: "{}" });

  expect(command).toContain("-H 'Content-Type:'");
});

test("a long body is no argument: programs take none of its length", () => {
  const command = asCurl({ url, contentType: undefined, body: "x".repeat(200_000) });

  expect(command).toContain("--data-binary @-");
});
