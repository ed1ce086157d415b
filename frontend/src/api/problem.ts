import { texts } from "../texts/texts";

/** What problems are called in the contract, but for "urn:inlet:problem:" before it. */
export type ProblemSlug =
  | "invalid-request"
  | "invalid-definition"
  | "sign-in-required"
  | "sign-in-refused"
  | "second-factor-code-required"
  | "second-factor-required"
  | "not-allowed"
  | "not-found"
  | "method-not-allowed"
  | "not-acceptable"
  | "conflict"
  | "too-large"
  | "unsupported-media-type"
  | "took-too-long"
  | "too-many-requests"
  | "link-expired"
  | "not-possible"
  | "replay-not-confirmed"
  | "replay-incomplete"
  | "replay-refused"
  | "connection-required"
  | "target-unreadable"
  | "unexpected"
  | "unavailable";

export interface FieldError {
  pointer: string;
  detail: string;
  /** The field of the action that it is about; absent if it is about none. */
  field?: string | null;
}

interface ProblemDocument {
  type?: string;
  title?: string;
  detail?: string | null;
  errors?: FieldError[];
  traceId?: string | null;
}

/** Every failure of a call to the API, whether Inlet answered with a problem document or not at all. */
export class ApiProblem extends Error {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly errors: FieldError[];
  readonly traceId: string | undefined;
  /** When the same call may be made again; undefined if that was not said. */
  readonly retryAt: Date | undefined;

  private constructor(
    sentence: string,
    status?: number,
    document: ProblemDocument = {},
    retryAfter?: string | null,
  ) {
    super(sentence);
    this.name = "ApiProblem";
    this.status = status;
    this.type = document.type;
    this.errors = document.errors ?? [];
    this.traceId = document.traceId ?? undefined;
    this.retryAt = retryAfter ? afterSeconds(Number(retryAfter)) : undefined;
  }

  static of(status: number, body: unknown, retryAfter?: string | null): ApiProblem {
    const document = isDocument(body) ? body : {};
    const fallback = status >= 500 ? texts.errors.unexpected : texts.errors.unreadable;
    return new ApiProblem(
      asSentence(document.detail ?? document.title ?? fallback),
      status,
      document,
      retryAfter,
    );
  }

  static offline(): ApiProblem {
    return new ApiProblem(texts.errors.offline);
  }

  static unreadable(): ApiProblem {
    return new ApiProblem(texts.errors.unreadable);
  }

  /** Whether it is the problem that has this name in the contract. */
  is(slug: ProblemSlug): boolean {
    return this.type === `urn:inlet:problem:${slug}`;
  }

  /** Whether the same call may well succeed a moment later. */
  get isPassing(): boolean {
    return this.status === undefined || this.status >= 500;
  }
}

export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : ApiProblem.unreadable();
}

function afterSeconds(seconds: number): Date | undefined {
  return Number.isFinite(seconds) ? new Date(Date.now() + seconds * 1000) : undefined;
}

function isDocument(body: unknown): body is ProblemDocument {
  return typeof body === "object" && body !== null && "title" in body;
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
