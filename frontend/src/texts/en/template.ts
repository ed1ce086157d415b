export const template = {
  open: (character: number) =>
    `The $$ at character ${character} opens a property that is never closed; write $$$$ for a plain $$.`,
  unknown: (name: string) => `“${name}” is not a property of the JSON Schema.`,
  use: (reference: string) => `Use ${reference}`,
  properties: "Properties",
  matches: (count: number) =>
    count === 1
      ? "1 property fits. Press Enter to insert it."
      : `${count} properties fit. Choose one with the arrow keys and Enter.`,
};
