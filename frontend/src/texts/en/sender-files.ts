/** What is handed to whoever sends. */
export const senderFiles = {
  title: "For the sender",
  text: "One file with all that a sender has to know: URL, properties, an example, every answer. Hand it over as secretly as the URL, which is in it. No secret is.",
  page: "Download for the sender",
  openApi: "As OpenAPI",
  failed: "The file could not be made",
};
