/**
 * Texts of single pages and parts: each comes with the code that shows it, so that no page waits for those of others.
 * A second language is another file like this one and another folder.
 */
// biome-ignore-all lint/performance/noBarrelFile: the one place that a second language replaces

export { account } from "./en/account";
export { alerts } from "./en/alerts";
export { apiKeys } from "./en/api-keys";
export { audit } from "./en/audit";
export { batches } from "./en/batches";
export { codeEditor } from "./en/code-editor";
export { confirmEmail } from "./en/confirm-email";
export { connection } from "./en/connection";
export { connectionAdvice } from "./en/connection-advice";
export { constraints } from "./en/constraints";
export { deliveries } from "./en/deliveries";
export { delivery } from "./en/delivery";
export { deliveryDetail } from "./en/delivery-detail";
export { deliveryLog } from "./en/delivery-log";
export { demanded } from "./en/demanded";
export { exchange } from "./en/exchange";
export { exporting } from "./en/exporting";
export { forgotPassword } from "./en/forgot-password";
export { invitation } from "./en/invitation";
export { jsonSyntax } from "./en/json-syntax";
export { lasting } from "./en/lasting";
export { links } from "./en/links";
export { moreFilters } from "./en/more-filters";
export { offboarding } from "./en/offboarding";
export { people } from "./en/people";
export { previewStep } from "./en/preview-step";
export { propertyChanges } from "./en/property-changes";
export { reference } from "./en/reference";
export { rehearsal } from "./en/rehearsal";
export { retention } from "./en/retention";
export { sampleDialog } from "./en/sample-dialog";
export { schemaStep } from "./en/schema-step";
export { secondFactor } from "./en/second-factor";
export { selection } from "./en/selection";
export { senderFiles } from "./en/sender-files";
export { senders } from "./en/senders";
export { sessions } from "./en/sessions";
export { settings } from "./en/settings";
export { signIn } from "./en/sign-in";
export { signUp } from "./en/sign-up";
export { support } from "./en/support";
export { template } from "./en/template";
export { versions } from "./en/versions";
export { webhookFile } from "./en/webhook-file";
export { webhookList } from "./en/webhook-list";
export { wizard } from "./en/wizard";
