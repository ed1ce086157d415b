/** The one place that knows the app's addresses. */
export const paths = {
  home: "/",
  signIn: (from?: string) => (from ? `/sign-in?from=${encodeURIComponent(from)}` : "/sign-in"),
  signUp: "/sign-up",
  forgotPassword: "/forgot-password",
  setPassword: "/set-password",
  confirmEmail: "/confirm-email",
  invitation: "/invitation",
  account: "/account",
  apiReference: "/api-reference",
  newOrganization: "/o/new",
  organization: (organizationId: string) => `/o/${organizationId}`,
  webhooks: (organizationId: string) => `/o/${organizationId}/webhooks`,
  newWebhook: (organizationId: string, step?: string) =>
    `/o/${organizationId}/webhooks/new${asStep(step)}`,
  webhook: (organizationId: string, webhookId: string, step?: string) =>
    `/o/${organizationId}/webhooks/${webhookId}${asStep(step)}`,
  connection: (organizationId: string) => `/o/${organizationId}/connection`,
  webhookVersions: (organizationId: string, webhookId: string, search = "") =>
    `/o/${organizationId}/webhooks/${webhookId}/versions${search}`,
  webhookSenders: (organizationId: string, webhookId: string) =>
    `/o/${organizationId}/webhooks/${webhookId}/senders`,
  deliveries: (organizationId: string, search = "") => `/o/${organizationId}/deliveries${search}`,
  delivery: (organizationId: string, deliveryId: string) =>
    `/o/${organizationId}/deliveries/${deliveryId}`,
  batches: (organizationId: string) => `/o/${organizationId}/deliveries/batches`,
  batch: (organizationId: string, batchId: string, search = "") =>
    `/o/${organizationId}/deliveries/batches/${batchId}${search}`,
  alerts: (organizationId: string) => `/o/${organizationId}/alerts`,
  people: (organizationId: string) => `/o/${organizationId}/people`,
  apiKeys: (organizationId: string) => `/o/${organizationId}/api-keys`,
  audit: (organizationId: string) => `/o/${organizationId}/audit`,
  settings: (organizationId: string) => `/o/${organizationId}/settings`,
  support: "/support",
  supportDeliveries: (search = "") => `/support/deliveries${search}`,
  supportOrganizations: "/support/organizations",
  supportEvents: "/support/events",
  supportOrganization: (organizationId: string) => `/support/organizations/${organizationId}`,
  supportWebhook: (organizationId: string, webhookId: string) =>
    `/support/organizations/${organizationId}/webhooks/${webhookId}`,
  supportDelivery: (organizationId: string, deliveryId: string) =>
    `/support/deliveries/${organizationId}/${deliveryId}`,
};

function asStep(step: string | undefined): string {
  return step === undefined ? "" : `?step=${step}`;
}

/** Whether a page is the one that asks who somebody is. */
export function isSignIn(path: string): boolean {
  return path === paths.signIn();
}

/** Whether a page is one of the support console. */
export function isOfSupport(path: string): boolean {
  return /^\/support(?:[/?]|$)/.test(path);
}

/** The organization that a page is about; undefined if it is about none. */
export function organizationOf(path: string): string | undefined {
  return /^\/o\/([^/?]+)/.exec(path)?.[1];
}

/** Where to go after signing in: the page asked for, if it is one of this app. */
export function pathAfterSignIn(from: string | null): string {
  if (from?.startsWith("/") && URL.canParse(from, location.origin)) {
    const url = new URL(from, location.origin);
    // What begins with two slashes names a server, once it stands alone.
    if (url.origin === location.origin && !url.pathname.startsWith("//")) {
      return url.pathname + url.search;
    }
  }
  return paths.home;
}
