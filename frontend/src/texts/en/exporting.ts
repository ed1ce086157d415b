/** Of saving what a list shows as a file. */
export const exporting = {
  title: "Export",
  as: "What the filters show, as",
  csv: "CSV, for spreadsheets",
  ndjson: "NDJSON, for programs",
  staysMasked: "Masked properties stay masked.",
  failed: "The export did not work",
};
