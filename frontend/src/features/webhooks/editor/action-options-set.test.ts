import { expect, test } from "vitest";
import type { ActionOption } from "../../../api/schema";
import { withoutFields } from "./action-options-set";

const anOption = (name: string, kind: ActionOption["kind"]): ActionOption => ({
  name,
  label: name,
  kind,
  choices: [],
  appliesIf: [],
});

test("another panel keeps how its contact is found, and no field of the panel before", () => {
  const all = [anOption("contactBy", "CHOICE"), anOption("referenceField", "FIELD")];
  const set = new Map([
    ["contactBy", "email"],
    ["referenceField", "Interest"],
  ]);

  expect([...withoutFields(all, set)]).toEqual([["contactBy", "email"]]);
});
