import type { AuditAction } from "../../api/schema";

/** What an audit event tells, in the words of its sentence. */
interface AuditWords {
  /** Who did it. */
  who: string;
  /** What it was done to, or something that stands for it if that has no name. */
  target: string | undefined;
  /** What a change replaced, and with what. */
  before: Record<string, string | undefined>;
  after: Record<string, string | undefined>;
}

interface AuditTexts {
  /** Names the action in a list of actions. */
  label: string;
  sentence: (words: AuditWords) => string;
}

const as = (role: string | undefined) => (role === undefined ? "" : ` as ${role}`);
const quoted = (name: string | undefined) => (name === undefined ? "" : ` “${name}”`);
const of = (name: string | undefined) => (name === undefined ? "" : ` of ${name}`);
/** Of whom an account is, where it is not the actor’s own. */
const their = (target: string | undefined) => (target === undefined ? "their" : `${target}’s`);

const auditActions: Record<AuditAction, AuditTexts> = {
  ORGANIZATION_CREATED: {
    label: "Organization created",
    sentence: ({ who, target }) => `${who} created the organization${quoted(target)}`,
  },
  ORGANIZATION_CHANGED: {
    label: "Organization changed",
    sentence: ({ who }) => `${who} changed the settings of the organization`,
  },
  RETENTION_CHANGED: {
    label: "Keeping of deliveries changed",
    sentence: ({ who, after }) =>
      after.days === undefined
        ? `${who} changed how long deliveries are kept`
        : `${who} changed how long deliveries are kept, to ${after.days} ${after.days === "1" ? "day" : "days"}`,
  },
  ORGANIZATION_EXPORTED: {
    label: "Organization exported",
    sentence: ({ who }) => `${who} exported everything of the organization`,
  },
  ORGANIZATION_DELETED: {
    label: "Organization deleted",
    sentence: ({ who, target }) => `${who} deleted the organization${quoted(target)}`,
  },
  CONNECTION_CHANGED: {
    label: "Connection changed",
    sentence: ({ who }) => `${who} changed the connection to iMIS`,
  },
  CONNECTION_TESTED: {
    label: "Connection tested",
    sentence: ({ who, after }) =>
      after.works === "false"
        ? `${who} tested the connection to iMIS, and it did not work`
        : `${who} tested the connection to iMIS`,
  },
  WEBHOOK_CREATED: {
    label: "Webhook created",
    sentence: ({ who, target }) => `${who} created the webhook${quoted(target)}`,
  },
  WEBHOOK_CHANGED: {
    label: "Webhook changed",
    sentence: webhookChanged,
  },
  WEBHOOK_PAUSED: {
    label: "Webhook paused",
    sentence: ({ who, target }) => `${who} paused the webhook${quoted(target)}`,
  },
  WEBHOOK_RESUMED: {
    label: "Webhook resumed",
    sentence: ({ who, target }) => `${who} resumed the webhook${quoted(target)}`,
  },
  WEBHOOK_DELETED: {
    label: "Webhook deleted",
    sentence: ({ who, target }) => `${who} deleted the webhook${quoted(target)}`,
  },
  WEBHOOK_VERIFICATION_CHANGED: {
    label: "Who may send changed",
    sentence: ({ who, target }) => `${who} changed who may send to the webhook${quoted(target)}`,
  },
  WEBHOOK_URL_RENEWED: {
    label: "URL renewed",
    sentence: ({ who, target }) => `${who} gave the webhook${quoted(target)} a new URL`,
  },
  WEBHOOK_OLD_URL_ENDED: {
    label: "Old URL ended",
    sentence: ({ who, target }) => `${who} ended the old URL of the webhook${quoted(target)}`,
  },
  WEBHOOK_TEST_STARTED: {
    label: "Webhook test begun",
    sentence: ({ who }) => `${who} began to test a webhook with a real record`,
  },
  WEBHOOK_TESTED: {
    label: "Webhook tested",
    sentence: ({ who }) => `${who} tested a webhook with a real record`,
  },
  DELIVERY_REPLAYED: {
    label: "Delivery replayed",
    sentence: ({ who, target }) => `${who} replayed a delivery${of(target)}`,
  },
  REPLAY_BATCH_PLANNED: {
    label: "Replay planned",
    sentence: ({ who, target }) => `${who} planned to replay ${target ?? "deliveries"}`,
  },
  REPLAY_BATCH_STARTED: {
    label: "Replay started",
    sentence: ({ who, target }) => `${who} started to replay ${target ?? "deliveries"}`,
  },
  REPLAY_BATCH_PAUSED: {
    label: "Replay paused",
    sentence: ({ who, target }) => `${who} paused the replay of ${target ?? "deliveries"}`,
  },
  REPLAY_BATCH_RESUMED: {
    label: "Replay resumed",
    sentence: ({ who, target }) => `${who} resumed the replay of ${target ?? "deliveries"}`,
  },
  REPLAY_BATCH_CANCELLED: {
    label: "Replay cancelled",
    sentence: ({ who, target }) => `${who} cancelled the replay of ${target ?? "deliveries"}`,
  },
  DELIVERIES_EXPORTED: {
    label: "Deliveries exported",
    sentence: ({ who, after }) => `${who} exported deliveries${asFormat(after.format)}`,
  },
  ALERT_RULE_CREATED: {
    label: "Alert added",
    sentence: ({ who, target }) => `${who} added the alert${quoted(target)}`,
  },
  ALERT_RULE_CHANGED: {
    label: "Alert changed",
    sentence: ({ who, target }) => `${who} changed the alert${quoted(target)}`,
  },
  ALERT_RULE_DELETED: {
    label: "Alert deleted",
    sentence: ({ who, target }) => `${who} deleted the alert${quoted(target)}`,
  },
  ALERT_ENDPOINT_CREATED: {
    label: "Address for alerts added",
    sentence: ({ who, target }) => `${who} had alerts sent to ${target ?? "an address"}`,
  },
  ALERT_ENDPOINT_CHANGED: {
    label: "Address for alerts changed",
    sentence: ({ who, target }) =>
      `${who} changed how alerts are sent to ${target ?? "an address"}`,
  },
  ALERT_ENDPOINT_DELETED: {
    label: "Address for alerts deleted",
    sentence: ({ who, target }) => `${who} has alerts sent no more to ${target ?? "an address"}`,
  },
  ALERT_ENDPOINT_SECRET_RENEWED: {
    label: "Secret for alerts renewed",
    sentence: ({ who, target }) =>
      `${who} made a new secret for alerts to ${target ?? "an address"}`,
  },
  ALERT_ENDPOINT_TESTED: {
    label: "Address for alerts tested",
    sentence: ({ who, target }) => `${who} sent a test alert to ${target ?? "an address"}`,
  },
  INVITATION_CREATED: {
    label: "Invitation created",
    sentence: ({ who, target, after }) => `${who} invited ${target ?? "somebody"}${as(after.role)}`,
  },
  INVITATION_RESENT: {
    label: "Invitation sent again",
    sentence: ({ who, target }) => `${who} sent the invitation${forWhom(target)} again`,
  },
  INVITATION_REVOKED: {
    label: "Invitation revoked",
    sentence: ({ who, target }) => `${who} revoked the invitation${forWhom(target)}`,
  },
  MEMBER_JOINED: {
    label: "Member joined",
    sentence: ({ who, after }) => `${who} joined${as(after.role)}`,
  },
  MEMBER_ROLE_CHANGED: {
    label: "Role of a member changed",
    sentence: ({ who, target, before, after }) =>
      before.role !== undefined && after.role !== undefined
        ? `${who} changed the role${of(target)} from ${before.role} to ${after.role}`
        : `${who} changed the role${of(target)}`,
  },
  MEMBER_REMOVED: {
    label: "Member removed",
    sentence: ({ who, target }) => `${who} removed ${target ?? "a member"}`,
  },
  MEMBER_LEFT: {
    label: "Member left",
    sentence: ({ who }) => `${who} left the organization`,
  },
  API_KEY_CREATED: {
    label: "API key created",
    sentence: ({ who, target, after }) =>
      `${who} created the API key${quoted(target)}${as(after.role)}`,
  },
  API_KEY_REVOKED: {
    label: "API key revoked",
    sentence: ({ who, target }) => `${who} revoked the API key${quoted(target)}`,
  },
  AUDIT_EVENTS_EXPORTED: {
    label: "Audit trail exported",
    sentence: ({ who }) => `${who} exported the audit trail`,
  },
  SIGNED_IN: {
    label: "Signed in",
    sentence: ({ who }) => `${who} signed in`,
  },
  SIGN_IN_REFUSED: {
    label: "Sign-in refused",
    sentence: ({ who, target }) => `${who} was refused to sign in${as(target)}`,
  },
  SIGNED_OUT: {
    label: "Signed out",
    sentence: ({ who }) => `${who} signed out`,
  },
  SIGNED_OUT_EVERYWHERE: {
    label: "Signed out everywhere",
    sentence: ({ who }) => `${who} signed out everywhere`,
  },
  SESSION_STOLEN: {
    label: "Session ended as stolen",
    sentence: ({ who }) =>
      `A session was ended because two places used it: ${who} may not have been alone`,
  },
  PROFILE_CHANGED: {
    label: "Profile changed",
    sentence: ({ who, after }) =>
      after.name === undefined
        ? `${who} changed their profile`
        : `${who} changed their name to ${after.name}`,
  },
  PASSWORD_CHANGED: {
    label: "Password changed",
    sentence: ({ who, target }) => `${who} changed ${their(target)} password`,
  },
  PASSWORD_LINK_REQUESTED: {
    label: "Password link requested",
    sentence: ({ who, target }) =>
      `${who} requested a link to set ${target === undefined ? "a" : their(target)} password`,
  },
  EMAIL_CHANGE_REQUESTED: {
    label: "Change of e-mail address requested",
    sentence: ({ who, after }) =>
      `${who} wants to change their e-mail address${toWhat(after.email)}`,
  },
  EMAIL_CHANGED: {
    label: "E-mail address changed",
    sentence: ({ who, after }) => `${who} changed their e-mail address${toWhat(after.email)}`,
  },
  SECOND_FACTOR_ENABLED: {
    label: "Second factor turned on",
    sentence: ({ who, target }) => `${who} turned on ${their(target)} second factor`,
  },
  SECOND_FACTOR_DISABLED: {
    label: "Second factor turned off",
    sentence: ({ who, target }) => `${who} turned off ${their(target)} second factor`,
  },
  RECOVERY_CODES_RENEWED: {
    label: "Recovery codes renewed",
    sentence: ({ who }) => `${who} got new recovery codes`,
  },
  RECOVERY_CODE_USED: {
    label: "Recovery code used",
    sentence: ({ who }) => `${who} used a recovery code`,
  },
  USER_CREATED: {
    label: "User created",
    sentence: ({ who, target }) => `${who} created the user${quoted(target)}`,
  },
  USER_DISABLED: {
    label: "User disabled",
    sentence: ({ who, target }) => `${who} disabled the user${quoted(target)}`,
  },
  USER_ENABLED: {
    label: "User enabled",
    sentence: ({ who, target }) => `${who} enabled the user${quoted(target)}`,
  },
  ACCESS_REFUSED: {
    label: "Access refused",
    sentence: ({ who }) => `${who} was refused what they asked for`,
  },
  DELIVERY_REVEALED: {
    label: "Delivery revealed",
    sentence: ({ who, target }) =>
      target === undefined
        ? `${who} revealed a delivery`
        : `${who} revealed a delivery of the webhook${quoted(target)}`,
  },
};

function webhookChanged({ who, target, before, after }: AuditWords): string {
  const changed = ["name", "isPaused", "version"].filter((name) => before[name] !== after[name]);
  const [only] = changed.length === 1 ? changed : [];
  switch (only) {
    case "name":
      return `${who} renamed the webhook${quoted(before.name)} to${quoted(after.name)}`;
    case "isPaused":
      return after.isPaused === "true"
        ? `${who} paused the webhook${quoted(target)}`
        : `${who} resumed the webhook${quoted(target)}`;
    case "version":
      return `${who} saved version ${after.version} of the webhook${quoted(target)}`;
    default:
      return `${who} changed the webhook${quoted(target)}`;
  }
}

function asFormat(format: string | undefined) {
  return format === undefined ? "" : ` as ${format}`;
}

function forWhom(email: string | undefined) {
  return email === undefined ? "" : ` for ${email}`;
}

function toWhat(email: string | undefined) {
  return email === undefined ? "" : ` to ${email}`;
}

export const audit = {
  actions: auditActions,
  title: "Audit trail",
  intro: "Who did what in this organization, the newest first.",
  table: "Events",
  time: "Time",
  event: "What happened",
  origin: "From where",
  actors: {
    support: (name: string) => `Support staff ${name}`,
    apiKey: (name: string) => `The API key “${name}”`,
    stranger: "Somebody",
    operator: "The operator of Inlet",
    nobody: "Somebody without a name",
  },
  reason: (reason: string) => `“${reason}”`,
  onInstallation: "On the installation itself",
  changes: "Changes",
  details: "Details",
  before: "Before",
  after: "After",
  yes: "Yes",
  no: "No",
  fields: {
    name: "Name",
    slug: "Short name",
    role: "Role",
    email: "E-mail address",
    isPaused: "Paused",
    version: "Version",
    restoredVersion: "Restored version",
    duplicateOf: "Duplicate of",
    works: "Works",
    edition: "Edition",
    baseUrl: "Address",
    username: "User name",
    password: "Password",
    timeZone: "Time zone",
    concurrentCallsMax: "Calls at once",
    expiresAt: "Expires",
    invitedBy: "Invited by",
    days: "Days that deliveries are kept",
    format: "Format",
    webhookId: "Webhook",
    outcome: "Outcome",
    reason: "Reason",
    from: "From",
    to: "To",
    source: "Source address",
    q: "Search",
    property: "Property of the payload",
    requiresSecondFactor: "Second factor required",
    kind: "Kind",
    isOn: "On",
    deliveries: "Deliveries",
    percent: "Percent",
    periodMinutes: "Minutes",
    countsRejected: "Counts rejected ones",
    tellsAdministrators: "Tells owners and admins",
    members: "Members",
    url: "Address",
    secret: "Secret",
    scheme: "Proof",
    header: "Header",
    algorithm: "Algorithm",
    encoding: "Encoding",
    prefix: "Prefix",
    user: "User name",
    networks: "Networks",
    oldSecretUntil: "Old secret counts until",
    oldUrlEndsAt: "Old URL works until",
  } as Record<string, string>,
  more: "More",
  narrow: (time: string) => `More like the event of ${time}`,
  openDelivery: "Open the delivery",
  onlyAboutDelivery: "Only about this delivery",
  onlyBy: (who: string | undefined) => (who === undefined ? "Only by one actor" : `Only by ${who}`),
  onlyAbout: (target: string | undefined) =>
    target === undefined ? "Only about the same thing" : `Only about ${target}`,
  remove: (filter: string) => `Remove: ${filter}`,
  filters: "Filter events",
  action: "What happened",
  anyAction: "Anything",
  loadFailed: "The audit trail could not be loaded",
  paging: "Pages of events",
  count: (count: number) => (count === 1 ? "1 event" : `${count} events`),
  emptyTitle: "No events yet",
  emptyText: "What people, API keys and support staff do is listed here.",
  noMatchTitle: "No event fits these filters",
  noMatchText: "Change the filters, or remove them to see all events.",
  endTitle: "No older events",
  endText: "This page is past the first event.",
};
