import { HttpResponse, http } from "msw";
import type {
  DeliveryResponse,
  DeliverySummary,
  MeResponse,
  PageActionDescription,
  PageDeliverySummary,
  PageWebhookResponse,
  TokenResponse,
  WebhookResponse,
} from "../api/schema";
import { grace } from "./fixtures";
import { server } from "./server";

const api = (path: string) => `${location.origin}/api${path}`;

/**
 * A backend for the tests: answers in the shapes of the contract and remembers what it was asked.
 * It takes the newest access token only.
 */
export class Backend {
  isSignedIn = true;
  me: MeResponse = grace;
  webhooks: WebhookResponse[] = [];
  deliveries: PageDeliverySummary = { items: [], nextCursor: null };
  delivery: DeliveryResponse | undefined;
  refreshes = 0;
  readonly deliverySearches: URLSearchParams[] = [];
  private tokens = 0;
  private failures = 0;

  constructor() {
    server.use(
      http.post(api("/auth/login"), async ({ request }) => {
        const { password } = (await request.json()) as { password: string };
        if (password !== "correct horse") {
          return problem(401, "sign-in-refused", "E-mail address or password is wrong");
        }
        this.isSignedIn = true;
        return this.newToken();
      }),
      http.post(api("/auth/refresh"), () => {
        this.refreshes += 1;
        return this.isSignedIn ? this.newToken() : signInRequired();
      }),
      http.post(api("/auth/logout"), () => {
        this.isSignedIn = false;
        return new HttpResponse(null, { status: 204 });
      }),
      this.get("/me", () => HttpResponse.json<MeResponse>(this.me)),
      this.get("/organizations/:organizationId/actions", () =>
        HttpResponse.json<PageActionDescription>({
          items: [{ type: "imis.activity", label: "Insert an activity", fields: [] }],
          nextCursor: null,
        }),
      ),
      this.get("/organizations/:organizationId/webhooks", () =>
        HttpResponse.json<PageWebhookResponse>({ items: this.webhooks, nextCursor: null }),
      ),
      this.get("/organizations/:organizationId/deliveries", (request) => {
        this.deliverySearches.push(new URL(request.url).searchParams);
        return HttpResponse.json<PageDeliverySummary>(this.deliveries);
      }),
      this.get("/organizations/:organizationId/deliveries/:deliveryId", () =>
        this.delivery === undefined
          ? problem(404, "not-found", "There is no such thing")
          : HttpResponse.json<DeliveryResponse>(this.delivery),
      ),
    );
  }

  lists(...items: DeliverySummary[]): this {
    this.deliveries = { items, nextCursor: null };
    return this;
  }

  /** Makes each request that needs a token fail, until `recover`. */
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

  private get(path: string, answer: (request: Request) => Response) {
    return http.get(api(path), ({ request }) => {
      if (request.headers.get("Authorization") !== `Bearer token-${this.tokens}`) {
        return signInRequired();
      }
      if (this.failures > 0 && path !== "/me") {
        return problem(503, "unavailable", "Inlet cannot do this right now; try again in a moment");
      }
      return answer(request);
    });
  }

  private newToken() {
    this.tokens += 1;
    const body: Omit<TokenResponse, "TokenResponse"> = {
      access_token: `token-${this.tokens}`,
      token_type: "Bearer",
      expires_in: 600,
    };
    return HttpResponse.json(body);
  }
}

function signInRequired() {
  return problem(401, "sign-in-required", "Sign in first");
}

function problem(status: number, slug: string, title: string) {
  return HttpResponse.json(
    { type: `urn:inlet:problem:${slug}`, title, status },
    { status, headers: { "Content-Type": "application/problem+json" } },
  );
}
