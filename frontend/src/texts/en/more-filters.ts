/** Of the filters of deliveries that are seldom wanted. */
export const moreFilters = {
  title: "More filters",
  titleSet: (count: number) => `More filters (${count})`,
  reason: "Reason",
  anyReason: "Any reason",
  version: "Version of the webhook",
  source: "Source address",
  property: "Property of the payload",
  value: "Its value",
  propertyMissing: "Name the property that has this value.",
  set: {
    reason: (reason: string) => reason.replace(/\.$/, ""),
    version: (version: string) => `Version ${version}`,
    source: (source: string) => `From ${source}`,
    property: (name: string, value: string) => `${name} = ${value === "" ? "nothing" : value}`,
  },
  remove: (filter: string) => `Remove: ${filter}`,
  valueHint: "The whole value. Capitals and accents make no difference.",
  submit: "Show",
};
