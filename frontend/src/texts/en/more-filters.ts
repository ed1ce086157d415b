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
  valueHint: "The whole value. Capitals and accents make no difference.",
  submit: "Show",
};
