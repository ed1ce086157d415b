import { ApiProblem } from "./problem";

/** The part of OpenAPI 3.0 that Inlet's contract is written in. */
export interface Contract {
  paths: Record<string, Record<string, ContractOperation>>;
  components: {
    schemas: Record<string, ContractSchema>;
    responses: Record<string, ContractBody>;
  };
}

export interface ContractOperation {
  operationId: string;
  tags?: string[];
  summary?: string;
  description?: string;
  deprecated?: boolean;
  parameters?: ContractParameter[];
  requestBody?: ContractBody;
  responses: Record<string, ContractBody>;
}

export interface ContractParameter {
  name: string;
  in: "path" | "query";
  description?: string;
  required?: boolean;
  schema?: ContractSchema;
}

export interface ContractBody {
  description?: string;
  content?: Record<string, ContractContent>;
}

export interface ContractContent {
  schema?: ContractSchema;
  example?: unknown;
  examples?: Record<string, { summary?: string; value: unknown }>;
}

export interface ContractSchema {
  $ref?: string;
  allOf?: ContractSchema[];
  type?: string;
  format?: string;
  description?: string;
  nullable?: boolean;
  enum?: unknown[];
  items?: ContractSchema;
  properties?: Record<string, ContractSchema>;
  required?: string[];
}

/** A call that somebody tries, with what they prove themselves by. */
export interface TriedCall {
  method: string;
  path: string;
  token: string;
  body: string | undefined;
}

export interface TriedAnswer {
  status: number;
  contentType: string;
  text: string;
}

export async function loadContract(signal: AbortSignal): Promise<Contract> {
  const response = await fetch("/openapi.json", { signal, credentials: "omit" });
  if (!response.ok) {
    throw ApiProblem.of(response.status, undefined, null);
  }
  return response.json();
}

/** Without the session of whoever is signed in: only what is typed in counts. */
export async function tryCall({ method, path, token, body }: TriedCall): Promise<TriedAnswer> {
  const headers = new Headers();
  if (token !== "") {
    headers.set("Authorization", `Bearer ${token}`);
  }
  if (body !== undefined) {
    headers.set("Content-Type", "application/json");
  }
  const init: RequestInit = { method, headers, credentials: "omit" };
  let response: Response;
  try {
    response = await fetch(path, body === undefined ? init : { ...init, body });
  } catch {
    throw ApiProblem.offline();
  }
  return {
    status: response.status,
    contentType: response.headers.get("Content-Type") ?? "",
    text: await response.text(),
  };
}
