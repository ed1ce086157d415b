import { afterEach, expect, test } from "vitest";
import { emptyDraft } from "./draft";
import { readDraft, writeDraft } from "./stored-draft";

afterEach(() => localStorage.clear());

const draft = {
  ...emptyDraft,
  name: "Completions",
  values: new Map([
    ["__proto__", "$$constructor$$"],
    ["10", "a"],
    ["9", "b"],
  ]),
  privacy: new Map([["ssn", "neverStored" as const]]),
};

test("a draft is read as it was written", () => {
  writeDraft("k", draft);

  expect(readDraft("k")).toEqual(draft);
  expect([...(readDraft("k")?.values.keys() ?? [])]).toEqual(["__proto__", "10", "9"]);
});

const written = (changes: object) => {
  writeDraft("k", draft);
  const stored = JSON.parse(localStorage.getItem("k") ?? "");
  return JSON.stringify({ ...stored, draft: { ...stored.draft, ...changes } });
};

test("what was not changed is a draft", () => {
  localStorage.setItem("k", written({}));

  expect(readDraft("k")?.name).toBe("Completions");
});

test.each([
  { repeats: null },
  { repeats: { from: "COOKIE", name: "", windowSeconds: 60 } },
  { repeats: { from: "HEADER", name: null, windowSeconds: 60 } },
  { repeats: { from: "HEADER", name: "a", windowSeconds: "60" } },
])("how repeats are recognised is a draft’s only in its own form: %o", (changes) => {
  localStorage.setItem("k", written(changes));

  expect(readDraft("k")).toBeNull();
});

test.each([
  "",
  "null",
  "[]",
  "{}",
  "no JSON",
  '{"format": 3}',
  '{"format": 3, "draft": null}',
  '{"format": 3, "draft": []}',
  JSON.stringify({ format: 2, draft: JSON.parse(written({})).draft }),
  written({ name: 7 }),
  written({ name: undefined }),
  written({ actionType: undefined }),
  written({ panel: {} }),
  written({ values: {} }),
  written({ values: [["a"]] }),
  written({ values: [["a", 1]] }),
  written({ values: ["ab"] }),
  written({ privacy: [["ssn", "toString"]] }),
  written({ privacy: undefined }),
  written({ acknowledgement: "toString" }),
  written({ acknowledgement: null }),
  written({ deadlineSeconds: 10 }),
  written({ retryForSeconds: "3600" }),
  written({ isInOrder: null }),
  written({ revision: "1" }),
])("%s is no draft", (text) => {
  localStorage.setItem("k", text);

  expect(readDraft("k")).toBeNull();
});
