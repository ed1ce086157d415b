/** Of an organization's webhooks as a file. */
export const webhookFile = {
  title: "Download webhooks as YAML",
  text: "One file with every webhook of this organization: to keep their history, to see what changed, to set up another organization alike. No secret and no URL is in it.",
  download: (file: string) => `Download ${file}`,
  failed: "The file could not be made",
  apply: "Change the file and apply it",
  applyText:
    "That takes the command inlet, a small script that the first line fetches, and an API key: a viewer’s may plan, an editor’s may apply.",
  commands: "Commands to plan and apply the file",
  copyCommands: "Copy the commands",
  keyPlaceholder: "the API key",
  plan: "says what would change, and changes nothing",
  applies: "says it again, asks, and does it: all of it or nothing",
  others: "Webhooks that are not in the file are left alone.",
  apiKeys: "API keys",
  askForKey: "An admin makes API keys.",
  reference: "API reference",
};
