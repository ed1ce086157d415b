import type { AlertEndpointResponse, AlertRuleResponse, IncidentResponse } from "../api/schema";
import type { Backend } from "./backend";

export function anAlertRule(changes: Partial<AlertRuleResponse> = {}): AlertRuleResponse {
  return {
    id: "rule-1",
    kind: "CREDENTIALS_FAILING",
    webhookId: null,
    isOn: true,
    deliveries: null,
    percent: null,
    periodMinutes: null,
    countsRejected: false,
    tellsAdministrators: true,
    members: [],
    sendsMails: true,
    ...changes,
  };
}

export function anIncident(changes: Partial<IncidentResponse> = {}): IncidentResponse {
  return {
    id: "incident-1",
    ruleId: "rule-1",
    kind: "FAILURE_STREAK",
    webhookId: "018f2222-0000-7000-8000-000000000001",
    webhookName: "Course completions",
    failed: 5,
    counted: null,
    periodMinutes: null,
    openedAt: "2026-11-23T15:04:00Z",
    toldAt: "2026-11-23T15:04:00Z",
    closedAt: null,
    isRecovered: null,
    mailsLeftOut: 0,
    ...changes,
  };
}

export function anEndpoint(changes: Partial<AlertEndpointResponse> = {}): AlertEndpointResponse {
  return {
    id: "endpoint-1",
    url: "https://alerts.northwind.example/inlet",
    secret: null,
    createdBy: "otto@northwind.example",
    createdAt: "2026-11-01T10:00:00Z",
    disabledAt: null,
    disabledBecause: null,
    oldSecretUntil: null,
    ...changes,
  };
}

/** What is asked and told of alerts; what is changed stays changed. */
export class AlertAnswers {
  rules = [anAlertRule()];
  incidents: IncidentResponse[] = [];
  endpoints: AlertEndpointResponse[] = [];

  constructor(backend: Backend) {
    const alerts = "/organizations/:organizationId/alerts";
    backend.answers("get", `${alerts}/rules`, () => ({ items: this.rules, nextCursor: null }));
    backend.answers("post", `${alerts}/rules`, ({ body }) => {
      const added = anAlertRule({ ...body, id: `rule-${this.rules.length + 1}` });
      this.rules = [...this.rules, added];
      return added;
    });
    backend.answers("put", `${alerts}/rules/:id`, ({ params, body }) => {
      this.rules = this.rules.map((each) => (each.id === params.id ? { ...each, ...body } : each));
      return this.rules.find(({ id }) => id === params.id);
    });
    backend.answers("delete", `${alerts}/rules/:id`, ({ params }) => {
      this.rules = this.rules.filter(({ id }) => id !== params.id);
      return undefined;
    });
    backend.answers("get", `${alerts}/incidents`, () => ({
      items: this.incidents,
      nextCursor: null,
    }));
    backend.answers("get", `${alerts}/endpoints`, () => ({
      items: this.endpoints,
      nextCursor: null,
    }));
    backend.answers("post", `${alerts}/endpoints`, ({ body }) => {
      const added = anEndpoint(body);
      this.endpoints = [...this.endpoints, added];
      return { ...added, secret: "whsec_first" };
    });
    backend.answers("put", `${alerts}/endpoints/:id`, ({ params, body: { url, isOn } }) => {
      this.endpoints = this.endpoints.map((each) =>
        each.id === params.id
          ? {
              ...each,
              url,
              disabledAt: isOn ? null : "2026-11-23T15:04:00Z",
              disabledBecause: isOn ? null : ("SWITCHED_OFF" as const),
            }
          : each,
      );
      return this.endpoints.find(({ id }) => id === params.id);
    });
    backend.answers("post", `${alerts}/endpoints/:id/secret`, () =>
      anEndpoint({ secret: "whsec_second", oldSecretUntil: "2099-01-01T10:00:00Z" }),
    );
  }
}
