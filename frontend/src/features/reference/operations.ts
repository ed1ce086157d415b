import type {
  Contract,
  ContractBody,
  ContractContent,
  ContractOperation,
  ContractSchema,
} from "../../api/contract";

/** An operation and where it is. */
export interface Operation extends ContractOperation {
  method: string;
  path: string;
}

export interface Subject {
  name: string;
  operations: Operation[];
}

/** A property, however deep it lies. */
export interface PropertyRow {
  path: string;
  type: string;
  isRequired: boolean;
  description: string;
}

// Deeper ones are told by the example.
const depthMax = 4;

/** The operations by their subject, each in the order of the contract. */
export function subjectsOf(contract: Contract, search: string): Subject[] {
  const words = search.toLowerCase().split(/\s+/);
  const subjects = new Map<string, Operation[]>();
  for (const operation of operationsOf(contract)) {
    const text = [operation.operationId, operation.method, operation.path, operation.description]
      .join(" ")
      .toLowerCase();
    if (words.every((word) => text.includes(word))) {
      const name = operation.tags?.[0] ?? "";
      subjects.set(name, [...(subjects.get(name) ?? []), operation]);
    }
  }
  return [...subjects].map(([name, operations]) => ({ name, operations }));
}

function operationsOf({ paths }: Contract): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      path,
      method: method.toUpperCase(),
    })),
  );
}

/** What an operation answers when it does what was asked. */
export function successOf({ responses }: ContractOperation): [string, ContractBody] {
  return Object.entries(responses).find(([status]) => status.startsWith("2")) ?? ["200", {}];
}

/** The first form of a body; undefined if there is none. */
export function contentOf(body: ContractBody | undefined): ContractContent | undefined {
  return Object.values(body?.content ?? {})[0];
}

export function exampleText(example: unknown): string {
  return typeof example === "string" ? example : JSON.stringify(example, null, 2);
}

export function isStream(operation: ContractOperation): boolean {
  return "text/event-stream" in (successOf(operation)[1].content ?? {});
}

/** The errors of the catalogue, with their examples. */
export function errorsOf({ components }: Contract) {
  return Object.values(components.responses).flatMap((response) =>
    Object.entries(contentOf(response)?.examples ?? {}),
  );
}

export function rowsOf(contract: Contract, schema: ContractSchema | undefined): PropertyRow[] {
  return schema === undefined ? [] : rows(contract, schema, "", depthMax);
}

function rows(
  contract: Contract,
  schema: ContractSchema,
  prefix: string,
  depth: number,
): PropertyRow[] {
  const { items, properties = {}, required = [] } = resolved(contract, schema);
  if (items !== undefined) {
    return rows(contract, items, `${prefix}[]`, depth);
  }
  return Object.entries(properties).flatMap(([name, property]) => {
    const path = prefix === "" ? name : `${prefix}.${name}`;
    const row = {
      path,
      type: typeOf(contract, property),
      isRequired: required.includes(name),
      description: property.description ?? "",
    };
    return depth === 1 ? [row] : [row, ...rows(contract, property, path, depth - 1)];
  });
}

export function typeOf(contract: Contract, schema: ContractSchema | undefined): string {
  if (schema === undefined) {
    return "";
  }
  const { type, items, format, enum: values } = resolved(contract, schema);
  const name =
    values?.map(String).join(" | ") ??
    (items === undefined ? (format ?? type ?? "any") : `${typeOf(contract, items)}[]`);
  return schema.nullable ? `${name} | null` : name;
}

function resolved(contract: Contract, schema: ContractSchema): ContractSchema {
  const target = schema.$ref?.split("/").at(-1);
  if (target !== undefined) {
    return resolved(contract, contract.components.schemas[target] ?? {});
  }
  const parts = (schema.allOf ?? []).map((part) => resolved(contract, part));
  return Object.assign({}, ...parts, schema);
}
