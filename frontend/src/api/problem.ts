import { texts } from "../texts/texts";

export interface FieldError {
  pointer: string;
  detail: string;
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

  private constructor(sentence: string, status?: number, document: ProblemDocument = {}) {
    super(sentence);
    this.name = "ApiProblem";
    this.status = status;
    this.type = document.type;
    this.errors = document.errors ?? [];
    this.traceId = document.traceId ?? undefined;
  }

  static of(status: number, body: unknown): ApiProblem {
    const document = isDocument(body) ? body : {};
    const fallback = status >= 500 ? texts.errors.unexpected : texts.errors.unreadable;
    return new ApiProblem(
      asSentence(document.detail ?? document.title ?? fallback),
      status,
      document,
    );
  }

  static offline(): ApiProblem {
    return new ApiProblem(texts.errors.offline);
  }

  static unreadable(): ApiProblem {
    return new ApiProblem(texts.errors.unreadable);
  }

  /** Whether the same call may well succeed a moment later. */
  get isPassing(): boolean {
    return this.status === undefined || this.status >= 500;
  }
}

export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : ApiProblem.unreadable();
}

function isDocument(body: unknown): body is ProblemDocument {
  return typeof body === "object" && body !== null && "title" in body;
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
