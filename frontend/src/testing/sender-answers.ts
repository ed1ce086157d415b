import type { VerificationResponse, WebhookUrlResponse } from "../api/schema";

/** What a webhook demands of its senders, in the middle of replacing its secret. */
export function aVerification(changes: Partial<VerificationResponse> = {}): VerificationResponse {
  return {
    scheme: "HMAC",
    header: "X-Signed",
    algorithm: "SHA256",
    encoding: "HEX",
    secretSetAt: "2026-11-20T15:00:00Z",
    oldSecretUntil: "2099-11-22T15:00:00Z",
    networks: ["203.0.113.0/24"],
    ...changes,
  };
}

/** The URLs of a webhook, in the middle of replacing its URL. */
export function theUrls(changes: Partial<WebhookUrlResponse> = {}): WebhookUrlResponse {
  return {
    url: "https://inlet.example/hooks/n/new",
    oldUrl: {
      url: "https://inlet.example/hooks/n/old",
      endsAt: "2099-11-22T15:00:00Z",
      lastUsedAt: "2026-11-21T15:00:00Z",
    },
    ...changes,
  };
}
