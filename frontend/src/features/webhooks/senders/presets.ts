import type { VerificationResponse } from "../../../api/schema";
import * as pageTexts from "../../../texts/page-texts";

export type Settings = Pick<
  VerificationResponse,
  "scheme" | "header" | "algorithm" | "encoding" | "prefix"
>;

/** Senders whose signatures need no name of their own: what their documentation says of them. */
const named: Record<string, Settings> = {
  GitLab: { scheme: "HEADER", header: "X-Gitlab-Token" },
  Intercom: {
    scheme: "HMAC",
    header: "X-Hub-Signature",
    algorithm: "SHA1",
    encoding: "HEX",
    prefix: "sha1=",
  },
  Linear: { scheme: "HMAC", header: "Linear-Signature", algorithm: "SHA256", encoding: "HEX" },
  Typeform: {
    scheme: "HMAC",
    header: "Typeform-Signature",
    algorithm: "SHA256",
    encoding: "BASE64",
    prefix: "sha256=",
  },
  WooCommerce: {
    scheme: "HMAC",
    header: "X-WC-Webhook-Signature",
    algorithm: "SHA256",
    encoding: "BASE64",
  },
  Xero: { scheme: "HMAC", header: "X-Xero-Signature", algorithm: "SHA256", encoding: "BASE64" },
};

/** They are called the same in every language. */
export const senderNames = Object.keys(named);

const schemes = Object.keys(pageTexts.senders.senders) as Settings["scheme"][];
const others: Settings["scheme"][] = ["HEADER", "BASIC", "HMAC"];

/** What can be chosen: nobody first, then senders by name, then what they have in common. */
export const choices = [
  ...schemes.filter((scheme) => !others.includes(scheme)),
  ...senderNames,
  ...others,
].map((value) => ({ value, label: labelOf(value) }));

function labelOf(value: string): string {
  return (pageTexts.senders.senders as Record<string, string>)[value] ?? value;
}

export function settingsOf(choice: string): Settings {
  const known = named[choice];
  if (known !== undefined) {
    return known;
  }
  const scheme = schemes.find((each) => each === choice) ?? "NONE";
  return scheme === "HMAC" ? { scheme, algorithm: "SHA256", encoding: "HEX" } : { scheme };
}

/** By whose name settings are known; by what they are, if by nobody’s. */
export function choiceOf(settings: Settings): string {
  const known = Object.entries(named).find(([, each]) => isSame(each, settings));
  return known?.[0] ?? settings.scheme;
}

function isSame(one: Settings, other: Settings): boolean {
  return (
    one.scheme === other.scheme &&
    one.header?.toLowerCase() === other.header?.toLowerCase() &&
    (one.algorithm ?? undefined) === (other.algorithm ?? undefined) &&
    (one.encoding ?? undefined) === (other.encoding ?? undefined) &&
    (one.prefix ?? "") === (other.prefix ?? "")
  );
}
