import { uriOf } from "./drafts";

const text = { type: "string" };

/** A schema to begin with, of a property of each kind. */
export const sampleSchema = JSON.stringify(
  {
    $schema: uriOf("2020-12"),
    type: "object",
    properties: {
      firstName: text,
      lastName: text,
      date: { type: "string", format: "date" },
      dateTime: { type: "string", format: "date-time" },
      count: { type: "integer" },
      amount: { type: "number" },
    },
    required: ["firstName", "lastName"],
  },
  null,
  2,
);
