import { HttpResponse } from "msw";
import type { ProblemSlug } from "../api/problem";

interface Particulars {
  /** What is wrong with which field: `{ email: "…" }`. */
  fields?: Record<string, string>;
  retryAfterSeconds?: number;
}

/** An answer in the shape of the contract's problems. */
export function problem(
  status: number,
  slug: ProblemSlug,
  detail: string,
  { fields = {}, retryAfterSeconds }: Particulars = {},
) {
  const errors = Object.entries(fields).map(([name, about]) => ({
    pointer: `/${name}`,
    detail: about,
  }));
  return HttpResponse.json(
    { type: `urn:inlet:problem:${slug}`, title: detail, detail, status, errors },
    {
      status,
      headers: {
        "Content-Type": "application/problem+json",
        ...(retryAfterSeconds !== undefined && { "Retry-After": String(retryAfterSeconds) }),
      },
    },
  );
}

export function invalid(fields: Record<string, string>) {
  return problem(400, "invalid-request", Object.values(fields)[0] ?? "", { fields });
}
