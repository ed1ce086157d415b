export const settings = {
  title: "Settings",
  intro: "Of this organization as a whole.",
  loadFailed: "The settings could not be loaded",
  general: "General",
  generalText: "How the organization is called here and in invitations.",
  name: "Name",
  slug: "Short name",
  slugHint: "It cannot be changed: the URLs of your webhooks begin with it.",
  copyUrl: "Copy the beginning of the URLs",
  signIn: "Signing in",
  signInText: "What members need beyond their password.",
  secondFactor: "Require a second factor",
  secondFactorHint:
    "Members without one cannot work here until they set one up. API keys and webhooks are not affected.",
  secondFactorRequired: "A second factor is required",
  secondFactorNotRequired: "A second factor is not required",
  secondFactorFailed: "The setting was not changed",
};
