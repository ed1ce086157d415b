/** The one place that knows the app's addresses. */
export const paths = {
  home: "/",
  signIn: (from?: string) => (from ? `/sign-in?from=${encodeURIComponent(from)}` : "/sign-in"),
  organization: (organizationId: string) => `/o/${organizationId}`,
  webhooks: (organizationId: string) => `/o/${organizationId}/webhooks`,
  deliveries: (organizationId: string, search = "") => `/o/${organizationId}/deliveries${search}`,
  delivery: (organizationId: string, deliveryId: string) =>
    `/o/${organizationId}/deliveries/${deliveryId}`,
};

/** Where to go after signing in: the page asked for, if it is one of this app. */
export function pathAfterSignIn(from: string | null): string {
  if (from?.startsWith("/") && URL.canParse(from, location.origin)) {
    const url = new URL(from, location.origin);
    if (url.origin === location.origin) {
      return url.pathname + url.search;
    }
  }
  return paths.home;
}
