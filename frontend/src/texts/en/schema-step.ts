const types = new Map([
  ["string", "Text"],
  ["integer", "Whole number"],
  ["number", "Number"],
  ["boolean", "True or false"],
  ["null", "null"],
  ["object", "Object"],
  ["array", "List"],
]);

// A map, not an object: a schema may say any word as its format.
const formats = new Map([
  ["date", "Date"],
  ["date-time", "Date and time"],
  ["time", "Time"],
  ["email", "E-mail address"],
  ["uri", "Web address"],
  ["uuid", "UUID"],
]);

/** Types and format as people say them: the format says more than that it is text. */
function typeOf(names: string[], format: string | null | undefined): string {
  const known = names
    // What may be null is named by what else it may be.
    .toSorted((a, b) => Number(a === "null") - Number(b === "null"))
    .map((name) =>
      name === "string" && format ? (formats.get(format) ?? format) : (types.get(name) ?? name),
    );
  return known.join(" or ");
}

export const schemaStep = {
  types,
  formats,
  typeOf,
  label: "JSON Schema",
  startTitle: "Have an example of what the sender posts?",
  startText: "Paste it, and Inlet finds the properties and writes the schema. No JSON to write.",
  orTitle: "Or paste a JSON Schema",
  help: "A schema is not a sample of the data: it says which properties there are and what each may hold. Properties are a flat list of text, numbers, true/false or null, without objects or lists in them.",
  insertSample: "Insert the sample schema",
  format: "Format",
  draft: "Draft",
  noDraft: "Draft",
  replaced: "The sample schema is in place of what was there.",
  replacedBySampled: "The schema made from your sample is in place of what was there.",
  undo: "Undo",
  problems: "What is wrong with it",
  place: (line: number, column: number) => `Line ${line}, column ${column}`,
  checkFailed: "The schema could not be checked",
  properties: "Properties",
  brokenProperties: "They are listed here once that is mended.",
  noProperties: "Properties are listed here as soon as the schema names some.",
  name: "Name",
  type: "Type",
  required: "Required",
  kept: "In the log",
  keptAs: (name: string) => `How ${name} is kept in the log`,
  keepings: [
    { value: "stored", label: "Stored" },
    { value: "masked", label: "Masked" },
    { value: "neverStored", label: "Never stored" },
  ],
  keptHelp:
    "For sensitive data, such as a social security number. Masked: the log keeps it and shows ••• until an admin or owner reveals it, and that is written down; support staff never see it. Never stored: it goes into iMIS and the log forgets it; a delivery can then not be replayed with it.",
  lostProperty: "The schema has no such property any more.",
};
