import createClient from "openapi-fetch";
import type { paths } from "../src/api/schema";

/** The management API as another program calls it, which has no page. */
export function apiOf(url: string, token?: string) {
  return createClient<paths>({
    baseUrl: url,
    headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
  });
}

export type Api = ReturnType<typeof apiOf>;

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What was answered; fails where it was not what was asked for. */
export async function done<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) {
    throw new Error(`${response.url} answered ${response.status} ${JSON.stringify(error)}`);
  }
  return data as T;
}

/** The API for somebody who signs in. */
export async function signedIn(url: string, email: string, password: string): Promise<Api> {
  const token = await done(apiOf(url).POST("/api/auth/login", { body: { email, password } }));
  return apiOf(url, token.access_token);
}

/** The secret that stands behind the # of a link. */
export function tokenOf(link: string): string {
  return new URL(link).hash.slice(1);
}
