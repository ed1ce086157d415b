/** What is wrong with a text that is no JSON, for whom it is the first one. */
export const jsonSyntax = {
  empty: "There is nothing here yet.",
  unfinished: "The text ends before it is complete: a closing } or ] is missing.",
  openText: "This text is not closed: its second double quote is missing on this line.",
  badText:
    "This character cannot stand in a text like that: a backslash needs a second one before it.",
  badWord: "This is no value: text needs double quotes, and numbers are written like 1, -2 or 3.5.",
  singleQuotes: "JSON takes double quotes only, no single ones.",
  noName: "A property name in double quotes is expected here.",
  noColon: "A colon is missing between the property’s name and its value.",
  noComma: "A comma is missing before this.",
  trailingComma: "Nothing follows this comma: take it away.",
  noValue: "A value is missing here.",
  behindEnd: "There is something behind the end. Several objects go into one list: [{…}, {…}].",
};
