import type {
  ApiKeyResponse,
  AttemptResponse,
  AuditEventResponse,
  ConnectionResponse,
  DeliveryDetail,
  DeliverySummary,
  InvitationResponse,
  MaskedDelivery,
  Member,
  Membership,
  MeResponse,
  OfferResponse,
  OutcomeCounts,
  Permission,
  PermissionResponse,
  Role,
  SessionResponse,
  StatisticsResponse,
  StatisticsResponseBucket,
  SupportedOrganization,
  WebhookActivity,
  WebhookDefinition,
  WebhookResponse,
  WebhookVersion,
} from "../api/schema";
import { isUnderWay } from "../lib/outcomes";

export const northwind: Membership = {
  organizationId: "018f0000-0000-7000-8000-000000000001",
  organizationName: "Northwind Association",
  organizationSlug: "northwind",
  requiresSecondFactor: false,
  role: "ADMIN",
};

export const contoso: Membership = {
  organizationId: "018f0000-0000-7000-8000-000000000002",
  organizationName: "Contoso Institute",
  organizationSlug: "contoso",
  requiresSecondFactor: false,
  role: "VIEWER",
};

/** What signing up makes, but for its names. */
export const founded: Membership = {
  organizationId: "018f0000-0000-7000-8000-000000000003",
  organizationName: "",
  organizationSlug: "",
  requiresSecondFactor: false,
  role: "OWNER",
};

export const grace: MeResponse = {
  id: "018f0000-0000-7000-8000-0000000000aa",
  email: "grace@northwind.example",
  name: "Grace Okafor",
  isSupport: false,
  hasSecondFactor: false,
  memberships: [northwind],
};

export function aWebhook(changes: Partial<WebhookResponse> = {}): WebhookResponse {
  return {
    id: "018f1111-0000-7000-8000-000000000001",
    name: "Course completions",
    isPaused: false,
    url: "https://inlet.example.org/hooks/northwind/k3Jx9QmZt2VbNf7RwYp4Lc",
    revision: 5,
    version: 3,
    schema: {},
    action: { type: "imis.activity", mapping: [] },
    acknowledgement: "AFTER_ACTION",
    deadlineSeconds: 10,
    privacy: { masked: [], neverStored: [] },
    idempotency: { from: "HEADER", name: "Idempotency-Key", windowSeconds: 86_400 },
    queue: { retryForSeconds: 86_400, isInOrder: false },
    createdAt: "2026-06-01T10:00:00Z",
    updatedAt: "2026-11-20T15:30:00Z",
    ...changes,
  };
}

/** The last of 24 hours has these counts, the others none. */
export function anActivity(
  counts: Partial<OutcomeCounts> = {},
  changes: Partial<WebhookActivity> = {},
): WebhookActivity {
  const hours = Array.from({ length: 24 }, (_, index) => ({
    startsAt: new Date(Date.UTC(2026, 10, 22, 16 + index)).toISOString(),
    ...{ succeeded: 0, rejected: 0, failed: 0, unknown: 0, underWay: 0 },
    ...(index === 23 && counts),
  }));
  return {
    webhookId: "018f1111-0000-7000-8000-000000000001",
    lastDelivery: {
      id: "018f2222-0000-7000-8000-000000000001",
      receivedAt: "2026-11-23T15:04:05.000Z",
      outcome: "SUCCEEDED",
      reason: null,
    },
    hours,
    ...changes,
  };
}

export function aVersion(changes: Partial<WebhookVersion> = {}): WebhookVersion {
  return {
    number: 3,
    createdAt: "2026-11-20T15:30:00Z",
    author: "Grace Okafor",
    isCurrent: true,
    schema: { type: "object", properties: { memberId: { type: "string" } } },
    action: {
      type: "imis.activity",
      mapping: [{ field: "PartyId", value: "$$memberId$$" }],
    },
    acknowledgement: "AFTER_ACTION",
    deadlineSeconds: 10,
    privacy: { masked: [], neverStored: [] },
    idempotency: { from: "HEADER", name: "Idempotency-Key", windowSeconds: 86_400 },
    queue: { retryForSeconds: 86_400, isInOrder: false },
    ...changes,
  };
}

export function aConnection(changes: Partial<ConnectionResponse> = {}): ConnectionResponse {
  return {
    edition: "EMS",
    baseUrl: "https://northwind.imiscloud.com",
    username: "inlet",
    passwordSet: true,
    timeZone: "America/Chicago",
    concurrentCallsMax: 4,
    updatedAt: "2026-11-20T15:30:00Z",
    ...changes,
  };
}

export function aDelivery(changes: Partial<DeliverySummary> = {}): DeliverySummary {
  return {
    id: "018f2222-0000-7000-8000-000000000001",
    receivedAt: "2026-11-23T15:04:05.000Z",
    webhookId: "018f1111-0000-7000-8000-000000000001",
    webhookName: "Course completions",
    version: 3,
    outcome: "SUCCEEDED",
    reason: null,
    error: null,
    statusCode: 200,
    recordId: "20481",
    sourceAddress: "203.0.113.24",
    bodyBytes: 27,
    finishedAt: "2026-11-23T15:04:05.084Z",
    replaysBegun: 0,
    firstViolation: null,
    ...changes,
  };
}

/** One that was not replayed, unless it is said how it ended at first. */
export function aDeliveryInFull(changes: Partial<DeliveryDetail> = {}): DeliveryDetail {
  const { outcome = "SUCCEEDED", reason = null } = changes;
  return {
    ...aDelivery(),
    firstOutcome: isUnderWay(outcome) ? null : outcome,
    firstReason: reason,
    headers: { "content-type": ["application/json"] },
    body: { encoding: "utf-8", content: '{"memberId":"101","count":3}', isPartial: false },
    leftOut: [],
    isBodyWithheld: false,
    masked: [],
    violations: [],
    validationMs: 3,
    answer: isUnderWay(outcome) ? null : { success: outcome === "SUCCEEDED" },
    attempts: [],
    replayCaution: outcome === "FAILED" || outcome === "REJECTED" ? "NONE" : "UNCERTAIN",
    ...changes,
  };
}

export function aBucket(
  startsAt: string,
  changes: Partial<StatisticsResponseBucket> = {},
): StatisticsResponseBucket {
  return {
    startsAt,
    succeeded: 0,
    rejected: 0,
    failed: 0,
    unknown: 0,
    underWay: 0,
    medianMs: null,
    p95Ms: null,
    ...changes,
  };
}

/** Two hours in which nothing arrived. */
export const noStatistics: StatisticsResponse = {
  from: "2026-11-23T14:00:00Z",
  to: "2026-11-23T16:00:00Z",
  bucketSeconds: 3600,
  buckets: [aBucket("2026-11-23T14:00:00Z"), aBucket("2026-11-23T15:00:00Z")],
};

export function anAttempt(changes: Partial<AttemptResponse> = {}): AttemptResponse {
  return {
    number: 1,
    version: 3,
    isReplay: false,
    startedBy: null,
    outcome: "SUCCEEDED",
    reason: null,
    error: null,
    recordId: "20481",
    request: '{"EntityTypeName":"Activity"}',
    responseStatus: 201,
    response: "{}",
    durations: { queuedMs: null, waitedMs: null, signInMs: null, callsMs: 60 },
    startedAt: "2026-11-23T15:04:05.010Z",
    finishedAt: "2026-11-23T15:04:05.080Z",
    ...changes,
  };
}

/** Grace, as the one who belongs to Northwind in another role. */
export function graceAs(role: Role, changes: Partial<Membership> = {}): MeResponse {
  return { ...grace, memberships: [{ ...northwind, role, ...changes }] };
}

function permission(name: Permission, description: string, ...roles: Role[]): PermissionResponse {
  return { permission: name, description, roles, isForApiKeys: true };
}

export const permissions: PermissionResponse[] = [
  permission("VIEW_ORGANIZATION", "See the settings", "VIEWER", "EDITOR", "ADMIN", "OWNER"),
  permission("VIEW_WEBHOOKS", "See webhooks", "VIEWER", "EDITOR", "ADMIN", "OWNER"),
  permission("VIEW_DELIVERIES", "See deliveries", "VIEWER", "EDITOR", "ADMIN", "OWNER"),
  permission("VIEW_CONNECTION", "See the connection", "VIEWER", "EDITOR", "ADMIN", "OWNER"),
  permission("TEST_CONNECTION", "Test the connection", "EDITOR", "ADMIN", "OWNER"),
  permission("EDIT_CONNECTION", "Change the connection", "ADMIN", "OWNER"),
  permission("VIEW_ALERTS", "See the alerts", "VIEWER", "EDITOR", "ADMIN", "OWNER"),
  permission("EDIT_ALERTS", "Change the alerts", "ADMIN", "OWNER"),
  permission("VIEW_MEMBERS", "See the members", "VIEWER", "EDITOR", "ADMIN", "OWNER"),
  permission("REPLAY_DELIVERIES", "Replay deliveries", "EDITOR", "ADMIN", "OWNER"),
  permission("REVEAL_SENSITIVE", "Reveal masked properties", "ADMIN", "OWNER"),
  permission("EDIT_WEBHOOKS", "Change webhooks", "EDITOR", "ADMIN", "OWNER"),
  permission("EDIT_ORGANIZATION", "Change the settings", "ADMIN", "OWNER"),
  permission("MANAGE_MEMBERS", "Invite and remove people", "ADMIN", "OWNER"),
  permission("MANAGE_API_KEYS", "Create and revoke API keys", "ADMIN", "OWNER"),
  permission("VIEW_AUDIT_EVENTS", "Read and export the audit trail", "ADMIN", "OWNER"),
  permission("EXPORT_ORGANIZATION", "Export everything", "OWNER"),
  permission("DELETE_ORGANIZATION", "Delete the organization", "OWNER"),
];

export function aMember(changes: Partial<Member> = {}): Member {
  return {
    userId: grace.id,
    email: grace.email,
    name: grace.name,
    role: "ADMIN",
    hasSecondFactor: false,
    joinedAt: "2026-02-03T10:00:00Z",
    ...changes,
  };
}

export const otto: Member = aMember({
  userId: "018f0000-0000-7000-8000-0000000000bb",
  email: "otto@northwind.example",
  name: "Otto Lind",
  role: "OWNER",
  hasSecondFactor: true,
});

export const vera: Member = aMember({
  userId: "018f0000-0000-7000-8000-0000000000cc",
  email: "vera@northwind.example",
  name: "Vera Marsh",
  role: "VIEWER",
});

export function anInvitation(changes: Partial<InvitationResponse> = {}): InvitationResponse {
  return {
    id: "018f3333-0000-7000-8000-000000000001",
    email: "ines@northwind.example",
    role: "EDITOR",
    invitedBy: "otto@northwind.example",
    url: "https://inlet.example.org/invitation#T0kenOfInes",
    isMailed: true,
    createdAt: "2026-11-20T10:00:00Z",
    expiresAt: "2099-11-27T10:00:00Z",
    ...changes,
  };
}

export function anOffer(changes: Partial<OfferResponse> = {}): OfferResponse {
  return {
    organizationId: northwind.organizationId,
    organizationName: northwind.organizationName,
    email: "ines@northwind.example",
    role: "EDITOR",
    invitedBy: "otto@northwind.example",
    hasAccount: false,
    expiresAt: "2099-11-27T10:00:00Z",
    ...changes,
  };
}

export function anApiKey(changes: Partial<ApiKeyResponse> = {}): ApiKeyResponse {
  return {
    id: "018f4444-0000-7000-8000-000000000001",
    name: "Nightly sync",
    role: "EDITOR",
    key: null,
    createdBy: "otto@northwind.example",
    createdAt: "2026-06-01T10:00:00Z",
    expiresAt: "2099-01-01T10:00:00Z",
    isExpired: false,
    lastUsedAt: "2026-11-23T15:04:00Z",
    ...changes,
  };
}

export function aSession(changes: Partial<SessionResponse> = {}): SessionResponse {
  return {
    id: "018f5555-0000-7000-8000-000000000001",
    device:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
    sourceAddress: "203.0.113.24",
    hasSecondFactor: false,
    isCurrent: true,
    createdAt: "2026-11-01T10:00:00Z",
    lastUsedAt: "2026-11-23T15:04:05Z",
    expiresAt: "2099-01-01T10:00:00Z",
    ...changes,
  };
}

export function anAuditEvent(changes: Partial<AuditEventResponse> = {}): AuditEventResponse {
  return {
    id: "018f6666-0000-7000-8000-000000000001",
    occurredAt: "2026-11-23T15:04:05.000Z",
    action: "WEBHOOK_CHANGED",
    actorKind: "USER",
    actorId: grace.id,
    actorName: grace.email,
    targetId: "018f1111-0000-7000-8000-000000000001",
    targetName: "Newsletter",
    sourceAddress: "203.0.113.24",
    device:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
    before: null,
    after: null,
    reason: null,
    ...changes,
  };
}

/** Of the support staff; belongs to no organization. */
export const sam: MeResponse = {
  id: "018f0000-0000-7000-8000-0000000000dd",
  email: "sam@support.example",
  name: "Sam Support",
  isSupport: true,
  hasSecondFactor: true,
  memberships: [],
};

export function aMaskedDelivery(changes: Partial<MaskedDelivery> = {}): MaskedDelivery {
  const { error: _, ...summary } = aDelivery();
  return {
    ...summary,
    organizationId: northwind.organizationId,
    organizationName: northwind.organizationName,
    isBodyPartial: false,
    isMasked: true,
    attempts: [],
    ...changes,
  };
}

export function aSupportedOrganization(
  changes: Partial<SupportedOrganization> = {},
): SupportedOrganization {
  return {
    id: northwind.organizationId,
    name: northwind.organizationName,
    slug: northwind.organizationSlug,
    createdAt: "2026-02-03T10:00:00Z",
    requiresSecondFactor: false,
    webhookCount: 2,
    ...changes,
  };
}

export function aDefinition(changes: Partial<WebhookDefinition> = {}): WebhookDefinition {
  const { url: _, ...definition } = aWebhook();
  return { ...definition, deletedAt: null, ...changes };
}
