import ts from "typescript";
import { expect, expectTypeOf, test } from "vitest";
import { en, type Texts } from "./en";
import * as pageTexts from "./page-texts";
import type { PageTexts } from "./texts";

/** As another language may have it: any words, but nothing left out. */
type Translated<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => Translated<Said>
    : T extends ReadonlyMap<unknown, unknown>
      ? T
      : { [Name in keyof T]: Translated<T[Name]> };

test("another language may have other words, but must have all of them", () => {
  expectTypeOf<Translated<Texts>>().toExtend<Texts>();
  expectTypeOf<Translated<PageTexts>>().toExtend<PageTexts>();
  expectTypeOf<Omit<Translated<Texts>, "paging">>().not.toExtend<Texts>();
  expectTypeOf<Omit<Translated<PageTexts>, "wizard">>().not.toExtend<PageTexts>();
});

test("each file of texts is behind the one door that another language replaces", () => {
  const files = import.meta.glob<Record<string, unknown>>("./en/*.ts", { eager: true });
  const named = Object.values(files).flatMap((file) => Object.keys(file));

  expect(named.length).toBeGreaterThan(30);
  expect(Object.keys(pageTexts).toSorted()).toEqual(named.toSorted());
});

/** What is neither a text nor something that holds or makes one. */
function strange(value: unknown, path: string): string[] {
  if (typeof value === "string") {
    return value.trim() === "" ? [path] : [];
  }
  if (typeof value === "function") {
    return [];
  }
  const entries =
    value instanceof Map
      ? [...value]
      : typeof value === "object" && value !== null
        ? Object.entries(value)
        : [];
  return entries.length === 0
    ? [path]
    : entries.flatMap(([name, each]) => strange(each, `${path}.${name}`));
}

test("texts are words, or make words of what they are given", () => {
  expect(strange({ en, ...pageTexts }, "texts")).toEqual([]);
});

const sources = Object.entries(
  import.meta.glob<string>(
    [
      "../{lib,api,components,features,app}/**/*.{ts,tsx}",
      "../main.tsx",
      "!../**/*.test.*",
      "!../**/*.d.ts",
    ],
    { query: "?raw", import: "default", eager: true },
  ),
);

const spoken = new Set([
  "aria-label",
  "alt",
  "description",
  "label",
  "placeholder",
  "text",
  "title",
]);
const choosing = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);
const word = /\p{L}{2,}/u;

/** The words in a component that are written where they are shown. */
function wordsIn(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const isShown =
      ts.isJsxText(node) ||
      (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ? isShownBy(node) : false);
    // An address is the same in every language.
    if (isShown && word.test(literalOf(node).replace(/\/\S*/g, ""))) {
      found.push(`${path}: ${node.getText().trim()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

function literalOf(node: ts.Node): string {
  return ts.isTemplateExpression(node)
    ? [node.head, ...node.templateSpans.map(({ literal }) => literal)]
        .map((each) => each.text)
        .join(" ")
    : (node as ts.LiteralLikeNode).text;
}

/** Whether a literal is what an attribute says or an element holds, be it in one of two branches. */
function isShownBy(literal: ts.Node): boolean {
  let node = literal;
  while (
    ts.isParenthesizedExpression(node.parent) ||
    (ts.isConditionalExpression(node.parent) && node.parent.condition !== node) ||
    (ts.isBinaryExpression(node.parent) &&
      node.parent.right === node &&
      choosing.has(node.parent.operatorToken.kind))
  ) {
    node = node.parent;
  }
  const holder = ts.isJsxExpression(node.parent) ? node.parent.parent : node.parent;
  return ts.isJsxAttribute(holder)
    ? spoken.has(holder.name.getText())
    : ts.isJsxElement(holder) || ts.isJsxFragment(holder);
}

test("no component has words of its own", () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(sources.flatMap(([path, text]) => wordsIn(path, text))).toEqual([]);
});

test("words in a component would be seen", () => {
  const source = `const a = <p title={b ? "Why not" : c}>Hello {d && "you"} <i aria-label={\`Of \${e}\`} /></p>;`;

  expect(wordsIn("a.tsx", source)).toHaveLength(4);
});

test("nothing is said or sorted in another language than that of the texts", () => {
  const strays = sources.filter(([, text]) =>
    /new Intl\.\w+\((?:undefined|"|\))|toLocale\w+\(\)|localeCompare\(|from "[^"]*texts\/en/.test(
      text,
    ),
  );

  expect(strays.map(([path]) => path)).toEqual([]);
});
