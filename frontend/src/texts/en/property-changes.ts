/** What a property of a schema is, and what of it changed; each begins small: they are put in a row. */
export const propertyChanges = {
  anyType: "any type",
  required: "required",
  optional: "optional",
  nowRequired: "now required",
  nowOptional: "no longer required",
  wasType: (from: string, to: string) => `${to}, was ${from}`,
  limits: (gone: string[], come: string[]) => {
    if (gone.length === 0) {
      return `now ${come.join(", ")}`;
    }
    return come.length === 0
      ? `no longer ${gone.join(", ")}`
      : `${come.join(", ")}, was ${gone.join(", ")}`;
  },
  other: "something else, as the lines below show",
};
