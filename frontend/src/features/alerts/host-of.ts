import type { AlertEndpointResponse } from "../../api/schema";

/** What people know an address by; the rest of it may be secret. */
export function hostOf(endpoint: AlertEndpointResponse | undefined): string {
  return endpoint !== undefined && URL.canParse(endpoint.url) ? new URL(endpoint.url).host : "";
}
