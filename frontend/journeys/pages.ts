import { paths } from "../src/lib/paths";
import { previewStep } from "../src/texts/en/preview-step";
import { senders } from "../src/texts/en/senders";
import { wizard } from "../src/texts/en/wizard";
import type { Example } from "./example";

export interface ExamplePage {
  /** In file names. */
  name: string;
  /** Of what a page for this example is. */
  address: (example: Example) => string;
  as: "nobody" | "owner" | "support";
  /** A text that stands there once everything is loaded. */
  shows: string;
}

/** Every page of the app. A test of the router fails until a new one is listed. */
export const pages: ExamplePage[] = [
  { name: "sign-in", address: () => paths.signIn(), as: "nobody", shows: "Forgot password?" },
  { name: "sign-up", address: () => paths.signUp, as: "nobody", shows: "Short name" },
  {
    name: "forgot-password",
    address: () => paths.forgotPassword,
    as: "nobody",
    shows: "Send the link",
  },
  {
    name: "set-password",
    address: () => `${paths.setPassword}#token`,
    as: "nobody",
    shows: "Set a new password",
  },
  {
    name: "confirm-email",
    address: () => `${paths.confirmEmail}#token`,
    as: "nobody",
    shows: "Confirm this address",
  },
  {
    name: "dead-link",
    address: () => paths.setPassword,
    as: "nobody",
    shows: "This link is not complete",
  },
  {
    name: "invitation",
    address: ({ invitationLink }) =>
      new URL(invitationLink).pathname + new URL(invitationLink).hash,
    as: "nobody",
    shows: "Join Harborview Nurses Association",
  },
  {
    name: "api-reference",
    address: () => paths.apiReference,
    as: "nobody",
    shows: "Creates a webhook; its URL takes deliveries at once.",
  },
  { name: "home", address: () => paths.home, as: "owner", shows: "Course completions" },
  { name: "account", address: () => paths.account, as: "owner", shows: "This device" },
  {
    name: "new-organization",
    address: () => paths.newOrganization,
    as: "owner",
    shows: "You become its owner",
  },
  {
    name: "webhooks",
    address: ({ organizationId }) => paths.webhooks(organizationId),
    as: "owner",
    shows: "Course completions",
  },
  {
    name: "new-webhook",
    address: ({ organizationId }) => paths.newWebhook(organizationId),
    as: "owner",
    shows: "Your colleagues find it by that",
  },
  ...(["general", "schema", "action", "preview", "save"] as const).map(
    (step): ExamplePage => ({
      name: `webhook-${step}`,
      address: ({ organizationId, webhookId }) => paths.webhook(organizationId, webhookId, step),
      as: "owner",
      shows: step === "preview" ? previewStep.record : wizard.stepIntros[step],
    }),
  ),
  {
    name: "webhook-senders",
    address: ({ organizationId, webhookId }) => paths.webhookSenders(organizationId, webhookId),
    as: "owner",
    shows: senders.verification,
  },
  {
    name: "webhook-versions",
    address: ({ organizationId, webhookId }) => paths.webhookVersions(organizationId, webhookId),
    as: "owner",
    shows: "What changed since version 1",
  },
  {
    name: "connection",
    address: ({ organizationId }) => paths.connection(organizationId),
    as: "owner",
    shows: "Signs in to iMIS and reads one contact",
  },
  {
    name: "deliveries",
    address: ({ organizationId }) => paths.deliveries(organizationId),
    as: "owner",
    shows: "Succeeded",
  },
  {
    name: "delivery-succeeded",
    address: ({ organizationId, succeededId }) => paths.delivery(organizationId, succeededId),
    as: "owner",
    shows: "Timeline",
  },
  {
    name: "delivery-rejected",
    address: ({ organizationId, rejectedId }) => paths.delivery(organizationId, rejectedId),
    as: "owner",
    shows: "Why it was rejected",
  },
  {
    name: "batches",
    address: ({ organizationId }) => paths.batches(organizationId),
    as: "owner",
    shows: "All deliveries",
  },
  {
    name: "batch",
    address: ({ organizationId, batchId }) => paths.batch(organizationId, batchId),
    as: "owner",
    shows: "What would happen",
  },
  {
    name: "alerts",
    address: ({ organizationId }) => paths.alerts(organizationId),
    as: "owner",
    shows: "What you are told",
  },
  {
    name: "people",
    address: ({ organizationId }) => paths.people(organizationId),
    as: "owner",
    shows: "Amara Okafor",
  },
  {
    name: "api-keys",
    address: ({ organizationId }) => paths.apiKeys(organizationId),
    as: "owner",
    shows: "Nightly report",
  },
  {
    name: "audit",
    address: ({ organizationId }) => paths.audit(organizationId),
    as: "owner",
    shows: "marta.lindqvist@harborview.example signed in",
  },
  {
    name: "settings",
    address: ({ organizationId }) => paths.settings(organizationId),
    as: "owner",
    shows: "Require a second factor",
  },
  {
    name: "not-found",
    address: ({ organizationId }) => `${paths.organization(organizationId)}/nothing`,
    as: "owner",
    shows: "There is nothing here",
  },
  {
    name: "support-deliveries",
    address: () => paths.supportDeliveries(),
    as: "support",
    shows: "Harborview Nurses Association",
  },
  {
    name: "support-organizations",
    address: () => paths.supportOrganizations,
    as: "support",
    shows: "Harborview Nurses Association",
  },
  {
    name: "support-events",
    address: () => paths.supportEvents,
    as: "support",
    shows: "created the user",
  },
  {
    name: "support-organization",
    address: ({ organizationId }) => paths.supportOrganization(organizationId),
    as: "support",
    shows: "Old newsletter",
  },
  {
    name: "support-webhook",
    address: ({ organizationId, webhookId }) => paths.supportWebhook(organizationId, webhookId),
    as: "support",
    shows: "Mapping",
  },
  {
    name: "support-delivery",
    address: ({ organizationId, rejectedId }) => paths.supportDelivery(organizationId, rejectedId),
    as: "support",
    shows: "This delivery is masked",
  },
];
