import { expect, test } from "vitest";
import { visible } from "./visible";

test("what turns text around is written as an escape, all else as it is", () => {
  expect(visible("admin\u202egpj.exe\u2069")).toBe("admin\\u202egpj.exe\\u2069");
  expect(visible("שלום Zoë 会\n")).toBe("שלום Zoë 会\n");
});
