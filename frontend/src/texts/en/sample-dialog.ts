const refusals = {
  "not-object": "A payload is an object: { … }. Several of them go into one list: [{…}, {…}].",
  empty: "There are no properties in it.",
};

export const sampleDialog = {
  open: "Make from a sample payload",
  title: "Make a schema from a sample payload",
  paste:
    "Paste what the sender posts: one payload, or several in a list. More of them tell better which properties are always there.",
  sample: "Sample payload",
  problems: "What is wrong with it",
  missing: "Paste a payload first.",
  refusals,
  find: "Find the properties",
  back: "Back to the sample",
  use: "Use this schema",
  found: (count: number, objects: number) =>
    `${count === 1 ? "1 property" : `${count} properties`} in ${objects === 1 ? "1 payload" : `${objects} payloads`}. ${objects === 1 ? "One payload cannot tell which of them are always there: untick “Required” where one may be absent." : "Correct what a sample cannot tell."}`,
  includeAll: "Include all",
  requireAll: "All required",
  unnamed: "(no name)",
  table: "Properties found",
  name: "Property",
  include: "Include",
  includeOf: (name: string) => `Include ${name}`,
  type: "Type",
  typeOf: (name: string) => `Type of ${name}`,
  format: "Format",
  formatOf: (name: string) => `Format of ${name}`,
  anyFormat: "Any",
  required: "Required",
  requiredOf: (name: string) => `${name} is required`,
  nullable: "May be null",
  nullableOf: (name: string) => `${name} may be null`,
  leftOut: "Left out",
  leftOutText:
    "Inlet takes a flat list of properties. The sender may send these, but they cannot be mapped:",
  object: (path: string, members: string[]) =>
    members.length === 0 ? `${path}, an object` : `${path}, an object with ${members.join(", ")}`,
  list: (path: string) => `${path}, a list`,
  noneIncluded: "Include at least one property.",
  replaces: "It takes the place of the schema that is there; you can undo that.",
};
