export const offboarding = {
  export: "Export everything",
  exportText: "All that Inlet keeps of this organization, as one ZIP file to take along.",
  exportContent:
    "In it: settings, webhooks with their definitions, deliveries with payloads and attempts, people, and the audit trail. A README explains each file.",
  exportOmitted:
    "Not in it: credentials. Passwords, API keys, links of invitations and the password of your iMIS stay here.",
  exportSecret: "It names the URLs that open your webhooks, so keep it to yourself.",
  exportSubmit: "Export",
  exporting: "Collecting everything. This takes a while if there are many deliveries.",
  exported: (fileName: string) => `Saved as ${fileName}`,
  exportFailed: "The export did not work",
  exportName: "inlet-export.zip",
  delete: "Delete the organization",
  deleteText: "For ever, with everything in it. Nobody can bring it back.",
  deleteSummary: "Export everything first if you may need it later.",
  deleteOpen: "Delete",
  deleteTitle: (name: string) => `Delete ${name}?`,
  deleteConsequences: [
    "The URLs of its webhooks answer 404 at once. Whoever posts there is not told why.",
    "Everything is erased: webhooks, deliveries, people, API keys and the connection to iMIS.",
    "The short name stays reserved. Nobody can take it again, not even you.",
  ],
  slug: (slug: string) => `Type the short name, ${slug}`,
  slugMissing: "Type the short name.",
  slugWrong: "This is not the short name of the organization.",
  deleteSubmit: "Delete for ever",
};
