import { HttpResponse, http, type PathParams } from "msw";
import type {
  ApiKeyResponse,
  ConnectionResponse,
  DeliveryCount,
  DeliveryDetail,
  DeliveryPageDeliverySummary,
  DeliverySummary,
  InvitationResponse,
  Member,
  MeResponse,
  PageActionDescription,
  PageAuditEventResponse,
  PageWebhookResponse,
  RetentionResponse,
  SessionResponse,
  StatisticsResponse,
  TokenResponse,
  WebhookActivity,
  WebhookResponse,
  WebhookVersion,
} from "../api/schema";
import { aConnection, grace, noStatistics } from "./fixtures";
import { identityAnswers } from "./identity-answers";
import { listAnswers } from "./list-answers";
import { problem } from "./problem";
import { server } from "./server";

const api = (path: string) => `${location.origin}/api${path}`;

type Method = "get" | "post" | "put" | "delete";

/** A call as it arrived. */
export interface Call {
  request: Request;
  params: PathParams<string>;
  // biome-ignore lint/suspicious/noExplicitAny: each answer knows what it is sent
  body: any;
}

/** What is answered: a response, or what becomes one; undefined is 204. */
type Answer = (call: Call) => Response | Promise<Response> | object | undefined;

/**
 * A backend for the tests: answers in the shapes of the contract and remembers what it was asked.
 * It takes the newest access token only.
 */
export class Backend {
  isSignedIn = true;
  me: MeResponse = grace;
  webhooks: WebhookResponse[] = [];
  activity: WebhookActivity[] = [];
  /** Of whichever webhook is asked for, the newest first. */
  versions: WebhookVersion[] = [];
  connection: ConnectionResponse | undefined;
  deliveries: DeliveryPageDeliverySummary = {
    items: [],
    nextCursor: null,
    isSearchedWhole: true,
  };
  /** How many deliveries all pages have; as many as the page if it is not said. */
  count: DeliveryCount | undefined;
  retention: RetentionResponse = { days: null, daysMax: 90, bodyBytes: 3_500_000 };
  delivery: DeliveryDetail | undefined;
  events: PageAuditEventResponse = { items: [], nextCursor: null };
  members: Member[] = [];
  invitations: InvitationResponse[] = [];
  apiKeys: ApiKeyResponse[] = [];
  sessions: SessionResponse[] = [];
  /** The code of the second factor that signing in takes; undefined if it takes none. */
  code: string | undefined;
  canSendMail = true;
  refreshes = 0;
  statistics: StatisticsResponse = noStatistics;
  readonly statisticsSearches: URLSearchParams[] = [];
  readonly deliverySearches: URLSearchParams[] = [];
  readonly eventSearches: URLSearchParams[] = [];
  /** What was sent, as `PUT /me`, the last at the end. */
  readonly sent: { call: string; body: unknown }[] = [];
  private tokens = 0;
  private failures = 0;

  constructor() {
    this.openly("post", "/auth/refresh", () => {
      this.refreshes += 1;
      return this.isSignedIn ? this.newToken() : signInRequired();
    });
    this.openly("post", "/auth/logout", () => {
      this.isSignedIn = false;
      return undefined;
    });
    this.answers(
      "get",
      "/organizations/:organizationId/actions",
      () =>
        ({
          items: [
            {
              type: "imis.activity",
              label: "Insert an activity",
              needsPanel: false,
              fieldsWithChoices: [],
              unavailableBecause: null,
              options: [],
              fields: [],
            },
          ],
          nextCursor: null,
        }) satisfies PageActionDescription,
    );
    this.answers(
      "get",
      "/organizations/:organizationId/webhooks",
      () =>
        ({
          items: this.webhooks,
          nextCursor: null,
        }) satisfies PageWebhookResponse,
    );
    this.answers("get", "/organizations/:organizationId/connection", () => this.connection);
    this.answers("put", "/organizations/:organizationId/connection", ({ body }) => {
      const { password: _, ...others } = body;
      this.connection = aConnection({ ...this.connection, ...others });
      return this.connection;
    });
    this.answers("get", "/organizations/:organizationId/deliveries", ({ request }) => {
      this.deliverySearches.push(new URL(request.url).searchParams);
      return this.deliveries;
    });
    this.answers(
      "get",
      "/organizations/:organizationId/deliveries/:deliveryId",
      () => this.delivery ?? problem(404, "not-found", "There is no such thing"),
    );
    this.answers(
      "get",
      "/organizations/:organizationId/deliveries/retention",
      () => this.retention,
    );
    this.answers("put", "/organizations/:organizationId/deliveries/retention", ({ body }) => {
      this.retention = { ...this.retention, ...body };
      return this.retention;
    });
    this.answers(
      "get",
      "/organizations/:organizationId/deliveries/count",
      () => this.count ?? { count: this.deliveries.items.length, isEstimate: false },
    );
    this.answers("get", "/organizations/:organizationId/deliveries/live", () =>
      problem(429, "too-many-requests", "Too many requests; try again later"),
    );
    this.answers("get", "/support/deliveries/count", () => ({ count: 1, isEstimate: false }));
    this.answers("get", "/organizations/:organizationId/deliveries/statistics", ({ request }) => {
      this.statisticsSearches.push(new URL(request.url).searchParams);
      return this.statistics;
    });
    this.answers(
      "get",
      "/organizations/:organizationId/webhooks/:webhookId",
      ({ params }) =>
        this.webhooks.find(({ id }) => id === params.webhookId) ??
        problem(404, "not-found", "There is no such thing"),
    );
    this.answers("get", "/organizations/:organizationId/audit-events", ({ request }) => {
      this.eventSearches.push(new URL(request.url).searchParams);
      return this.events;
    });
    identityAnswers(this);
    listAnswers(this);
  }

  lists(...items: DeliverySummary[]): this {
    this.deliveries = { items, nextCursor: null, isSearchedWhole: true };
    return this;
  }

  /** From now on a call of somebody signed in is answered like this. */
  answers(method: Method, path: string, answer: Answer) {
    this.openly(method, path, (call) => {
      if (call.request.headers.get("Authorization") !== `Bearer token-${this.tokens}`) {
        return signInRequired();
      }
      if (this.failures > 0 && path.startsWith("/organizations/")) {
        return problem(503, "unavailable", "Inlet cannot do this right now; try again in a moment");
      }
      return answer(call);
    });
  }

  /** The same for a call of anybody. */
  openly(method: Method, path: string, answer: Answer) {
    server.use(
      http[method](api(path), async ({ request, params }) => {
        const text = await request.clone().text();
        const body = text === "" ? undefined : JSON.parse(text);
        if (method !== "get") {
          const { pathname } = new URL(request.url);
          this.sent.push({ call: `${request.method} ${pathname.slice("/api".length)}`, body });
        }
        const answered = await answer({ request, params: params as PathParams<string>, body });
        if (answered instanceof Response) {
          return answered;
        }
        return answered === undefined
          ? new HttpResponse(null, { status: 204 })
          : HttpResponse.json(answered);
      }),
    );
  }

  /** What was sent last with a call such as `PUT /me`. */
  lastSent(call: string): unknown {
    return this.sent.findLast((each) => each.call === call)?.body;
  }

  /** Makes each call of an organization fail, until `recover`. */
  breakDown() {
    this.failures = Number.POSITIVE_INFINITY;
  }

  recover() {
    this.failures = 0;
  }

  /** As time does: the access token in use is no longer taken. */
  expireAccessToken() {
    this.tokens += 1;
  }

  endSession() {
    this.isSignedIn = false;
    this.expireAccessToken();
  }

  newToken(): Omit<TokenResponse, "TokenResponse"> {
    this.tokens += 1;
    this.isSignedIn = true;
    return { access_token: `token-${this.tokens}`, token_type: "Bearer", expires_in: 600 };
  }
}

function signInRequired() {
  return problem(401, "sign-in-required", "Sign in first");
}
