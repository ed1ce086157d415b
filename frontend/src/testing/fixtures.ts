import type {
  DeliveryResponse,
  DeliverySummary,
  Membership,
  MeResponse,
  WebhookResponse,
} from "../api/schema";

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
    version: 3,
    schema: {},
    action: { type: "imis.activity", mapping: [] },
    acknowledgement: "AFTER_ACTION",
    deadlineSeconds: 10,
    createdAt: "2026-06-01T10:00:00Z",
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
    ...changes,
  };
}

export function aDeliveryInFull(changes: Partial<DeliveryResponse> = {}): DeliveryResponse {
  return {
    ...aDelivery(),
    headers: { "content-type": ["application/json"] },
    body: { encoding: "utf-8", content: '{"memberId":"101","count":3}', isPartial: false },
    violations: [],
    attempts: [],
    ...changes,
  };
}
