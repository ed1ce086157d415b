import createClient from "openapi-fetch";
import { ApiProblem } from "./problem";
import type { paths } from "./schema";
import { session } from "./session";

export const client = createClient<paths>({ baseUrl: location.origin, fetch: fetchInSession });

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What the API answered; rejects with an `ApiProblem` if it did not do what was asked. */
export async function read<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) {
    throw ApiProblem.of(response.status, error, response.headers.get("Retry-After"));
  }
  return data as T;
}

/** A file as the API answered it. */
export interface ReceivedFile {
  name: string;
  content: Blob;
}

/** The file that the API answered, under the name it gave it. */
export async function readFile(
  call: Promise<Answer<Blob>>,
  fallbackName: string,
): Promise<ReceivedFile> {
  const answer = await call;
  const content = await read(Promise.resolve(answer));
  const disposition = answer.response.headers.get("Content-Disposition") ?? "";
  return { name: /filename="?([^";]+)"?/.exec(disposition)?.[1] ?? fallbackName, content };
}

interface Page<T> {
  items: T[];
  nextCursor?: string | null;
}

/** All rows of a list that is known to be short, however many pages the API cuts it into. */
export async function readAll<T>(
  page: (cursor?: string) => Promise<Answer<Page<T>>>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const next: Page<T> = await read(page(cursor));
    items.push(...next.items);
    cursor = next.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

async function fetchInSession(request: Request): Promise<Response> {
  const token = session.token();
  const response = await send(request.clone(), token);
  if (response.status !== 401 || token === undefined) {
    return response;
  }
  const current = session.token();
  const goesOn = current === token ? await session.refresh() : current !== undefined;
  if (!goesOn) {
    return response;
  }
  const second = await send(request, session.token());
  if (second.status === 401) {
    session.end("expired");
  }
  return second;
}

async function send(request: Request, token: string | undefined): Promise<Response> {
  if (token !== undefined) {
    request.headers.set("Authorization", `Bearer ${token}`);
  }
  try {
    return await fetch(request);
  } catch (error) {
    throw request.signal.aborted ? error : ApiProblem.offline();
  }
}
