import { expect, test } from "vitest";
import { ownerIn, recordIn } from "./imis-record";

const property = (name: string, value: string) =>
  `{"$type":"Asi.Soa.Core.DataContracts.GenericPropertyData, Asi.Contracts","Name":"${name}","Value":${value}}`;
const request = (properties: string[], more = "") =>
  `{"$type":"Asi.Soa.Core.DataContracts.GenericEntityData, Asi.Contracts",${more}"Properties":{"$values":[${properties}]}}`;

test("reads each property with its value, digit by digit", () => {
  const text = request([
    property("Description", '"says \\"hello\\""'),
    property("Amount", '{"$type":"System.Decimal","$value":12345678901234567890.10}'),
    property("Done", '{"$type":"System.Boolean","$value":true}'),
  ]);

  expect(recordIn(text)).toEqual([
    { field: "Description", value: 'says "hello"' },
    { field: "Amount", value: "12345678901234567890.10" },
    { field: "Done", value: "true" },
  ]);
});

test("tells whose row it is", () => {
  const parent =
    '"PrimaryParentIdentity":{"EntityTypeName":"Party","IdentityElements":{"$values":["101"]}},';

  expect(ownerIn(request([], parent))).toBe("101");
  expect(ownerIn(request([]))).toBeUndefined();
});

test.each([
  "",
  "no JSON",
  "[]",
  "{}",
  request(['{"Name":1}']),
  request(['{"Name":"A","Value":{}}']),
])("what is not in that form is no record: %j", (text) => {
  expect(recordIn(text)).toBeUndefined();
});
