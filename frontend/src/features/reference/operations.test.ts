import { expect, test } from "vitest";
import type { Contract } from "../../api/contract";
import { errorsOf, rowsOf, subjectsOf, successOf, typeOf } from "./operations";

const contract: Contract = {
  paths: {
    "/api/a": {
      get: {
        operationId: "listA",
        tags: ["A"],
        description: "Lists all.",
        responses: { "4XX": {}, "200": { description: "OK" } },
      },
      post: { operationId: "makeA", tags: ["A"], description: "Makes one.", responses: {} },
    },
    "/api/b/{id}": { get: { operationId: "getB", tags: ["B"], responses: {} } },
  },
  components: {
    schemas: {
      Page: {
        type: "object",
        required: ["items"],
        properties: {
          items: { type: "array", items: { $ref: "#/components/schemas/Node" } },
          kind: { type: "string", enum: ["X", "Y"], nullable: true },
        },
      },
      Node: {
        type: "object",
        properties: {
          name: { type: "string", description: "Its name." },
          child: { nullable: true, allOf: [{ $ref: "#/components/schemas/Node" }] },
        },
      },
    },
    responses: {
      Refused: {
        content: { "application/problem+json": { examples: { "not-found": { value: {} } } } },
      },
    },
  },
};

test("operations are found by all words, wherever they stand", () => {
  const found = (search: string) =>
    subjectsOf(contract, search).map(({ name, operations }) => [
      name,
      ...operations.map(({ method, path }) => `${method} ${path}`),
    ]);

  expect(found("")).toEqual([
    ["A", "GET /api/a", "POST /api/a"],
    ["B", "GET /api/b/{id}"],
  ]);
  expect(found("post MAKES")).toEqual([["A", "POST /api/a"]]);
  expect(found("nothing")).toEqual([]);
});

test("properties are listed however deep, and a schema within itself comes to an end", () => {
  const rows = rowsOf(contract, { $ref: "#/components/schemas/Page" });

  expect(rows.map(({ path }) => path)).toEqual([
    "items",
    "items[].name",
    "items[].child",
    "items[].child.name",
    "items[].child.child",
    "items[].child.child.name",
    "items[].child.child.child",
    "kind",
  ]);
  expect(rows[0]).toMatchObject({ type: "object[]", isRequired: true });
  expect(rows[1]).toMatchObject({ type: "string", isRequired: false, description: "Its name." });
  expect(typeOf(contract, contract.components.schemas.Page?.properties?.kind)).toBe("X | Y | null");
});

test("errors and successes are told apart", () => {
  const [first] = subjectsOf(contract, "listA");
  expect(first?.operations.map(successOf)).toEqual([["200", { description: "OK" }]]);
  expect(errorsOf(contract).map(([type]) => type)).toEqual(["not-found"]);
});
