import { ApiProblem } from "./problem";
import type { TokenResponse } from "./schema";

/** Why a session ended: its user signed out, or the backend no longer accepts it. */
export type EndOfSession = "signed-out" | "expired";
type Listener = (why: EndOfSession) => void;

let accessToken: string | undefined;
let user: string | undefined;
let isOver = false;
let refreshing: Promise<boolean> | undefined;
const listeners = new Set<Listener>();

/**
 * The access token lives in this module only and dies with the page; the refresh token is an
 * HttpOnly cookie that no script sees.
 */
export const session = {
  token: () => accessToken,

  begin(token: TokenResponse) {
    accessToken = token.access_token;
    user = userOf(token);
    isOver = false;
  },

  end(why: EndOfSession) {
    const wasActive = accessToken !== undefined;
    accessToken = undefined;
    isOver = true;
    if (wasActive) {
      for (const listener of listeners) {
        listener(why);
      }
    }
  },

  onEnd(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },

  /** Takes up the session that an earlier page left in the cookie, if there is one. */
  async resume(): Promise<boolean> {
    return accessToken !== undefined || (!isOver && (await session.refresh()));
  },

  /** Fetches a new access token; whoever asks meanwhile shares the answer. False if the session is over. */
  refresh(): Promise<boolean> {
    refreshing ??= oneTabAtATime(exchange).finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  },

  /** Forgets everything, as loading the page again does. */
  forget() {
    accessToken = undefined;
    user = undefined;
    isOver = false;
    refreshing = undefined;
    listeners.clear();
  },
};

async function exchange(): Promise<boolean> {
  let response: Response;
  try {
    response = await fetch(new URL("/api/auth/refresh", location.origin), { method: "POST" });
  } catch {
    throw ApiProblem.offline();
  }
  if (response.ok) {
    const token = (await response.json()) as TokenResponse;
    // Somebody else signed in at another tab: this one shows the former user, and must not act as the new one.
    if (user !== undefined && userOf(token) !== user) {
      session.end("expired");
      return false;
    }
    session.begin(token);
    return true;
  }
  if (response.status === 401) {
    session.end("expired");
    return false;
  }
  throw ApiProblem.of(response.status, await response.json().catch(() => undefined));
}

// Tabs share the cookie, and each refresh replaces it: one that comes second with the first one's
// cookie would look like theft.
async function oneTabAtATime(work: () => Promise<boolean>): Promise<boolean> {
  return navigator.locks ? navigator.locks.request("inlet-refresh", work) : work();
}

/** Whose access token it is: the subject of the JWT. Undefined if it cannot be told. */
function userOf({ access_token }: TokenResponse): string | undefined {
  try {
    const [, claims = ""] = access_token.split(".");
    return JSON.parse(atob(claims.replace(/-/g, "+").replace(/_/g, "/"))).sub;
  } catch {
    return undefined;
  }
}
