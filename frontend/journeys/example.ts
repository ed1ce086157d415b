import type { Role, WebhookRequest } from "../src/api/schema";
import { type Api, apiOf, done, signedIn, tokenOf } from "./api";
import { operate, type Stack } from "./stack";
import { totp } from "./totp";

export const password = "violet tractor monday";

export interface Person {
  email: string;
  password: string;
}

/** An organization with a bit of everything in it, for pages to be looked at with. */
export interface Example {
  owner: Person;
  support: Person & { recoveryCodes: string[] };
  organizationId: string;
  webhookId: string;
  succeededId: string;
  rejectedId: string;
  batchId: string;
  invitationLink: string;
}

const owner = { email: "marta.lindqvist@harborview.example", password };

/** Makes it as its people would: through the API, and by deliveries. */
export async function makeExample(stack: Omit<Stack, "example">): Promise<Example> {
  const [organization, support] = await Promise.all([
    makeOrganization(stack),
    makeSupportUser(stack, "ida.berg@inlet.example", "Ida Berg"),
  ]);
  return { owner, support, ...organization };
}

async function makeOrganization({ url, simulatorUrl }: Pick<Stack, "url" | "simulatorUrl">) {
  await done(
    apiOf(url).POST("/api/auth/sign-up", {
      body: {
        organizationName: "Harborview Nurses Association",
        organizationSlug: "harborview",
        name: "Marta Lindqvist",
        ...owner,
      },
    }),
  );
  const api = await signedIn(url, owner.email, owner.password);
  const me = await done(api.GET("/api/me"));
  const organizationId = me.memberships[0]?.organizationId ?? "";
  await connect(api, organizationId, simulatorUrl);
  const invitationLink = await makeColleagues(url, api, organizationId);
  await makeApiKeys(api, organizationId);
  const deliveries = await makeDeliveries(api, organizationId, simulatorUrl);
  const batchId = await planBatch(api, organizationId);
  return { organizationId, invitationLink, ...deliveries, batchId };
}

async function connect(api: Api, organizationId: string, simulatorUrl: string) {
  await done(
    api.PUT("/api/organizations/{organizationId}/connection", {
      params: { path: { organizationId } },
      body: {
        edition: "EMS",
        baseUrl: simulatorUrl,
        username: "demo",
        password: "demo&100%=ok",
        timeZone: "America/New_York",
      },
    }),
  );
}

async function makeColleagues(url: string, api: Api, organizationId: string) {
  await join(url, await invite(api, organizationId, "piet.deboer@harborview.example", "ADMIN"), {
    name: "Piet de Boer",
  });
  await join(url, await invite(api, organizationId, "amara.okafor@harborview.example", "EDITOR"), {
    name: "Amara Okafor",
  });
  return invite(api, organizationId, "jonas.weiss@harborview.example", "VIEWER");
}

async function invite(api: Api, organizationId: string, email: string, role: Role) {
  const invitation = await done(
    api.POST("/api/organizations/{organizationId}/invitations", {
      params: { path: { organizationId } },
      body: { email, role },
    }),
  );
  return invitation.url ?? "";
}

async function join(url: string, link: string, { name }: { name: string }) {
  await done(
    apiOf(url).POST("/api/auth/invitations/accept", {
      body: { token: tokenOf(link), name, password },
    }),
  );
}

async function makeApiKeys(api: Api, organizationId: string) {
  for (const body of [
    { name: "Nightly report", role: "VIEWER" as const },
    {
      name: "Deployment",
      role: "EDITOR" as const,
      expiresAt: new Date(Date.now() + 90 * 86_400_000).toISOString(),
    },
  ]) {
    const params = { path: { organizationId } };
    await done(api.POST("/api/organizations/{organizationId}/api-keys", { params, body }));
  }
}

async function makeDeliveries(api: Api, organizationId: string, simulatorUrl: string) {
  const registrations = await makeWebhook(api, organizationId, registration);
  await changeWebhook(api, organizationId, registrations.id, stricterRegistration);
  const completions = await makeWebhook(api, organizationId, completion);
  const old = await makeWebhook(api, organizationId, { ...completion, name: "Old newsletter" });
  await pause(api, organizationId, old.id);

  const succeeded = await post(registrations.url, homer);
  await post(completions.url, { contactId: 112, course: "Wound care basics", credits: 4.5 });
  await post(completions.url, { contactId: 999, course: "Wound care basics", credits: 4.5 });
  await post(completions.url, { contactId: 118, course: "Infection control", credits: 6 });
  await breakNextInsert(simulatorUrl);
  await post(completions.url, { contactId: 120, course: "Pain management", credits: 3 });
  await post(registrations.url, "{ firstName: Marge }");
  const rejected = await post(registrations.url, {
    firstName: "Marge",
    date: "May 26",
    count: "2",
  });
  await post(registrations.url, { ...homer, firstName: "Lisa", dateTime: "2026-05-27T09:15:00Z" });
  return {
    webhookId: registrations.id,
    succeededId: succeeded.headers.get("X-Delivery-Id") ?? "",
    rejectedId: rejected.headers.get("X-Delivery-Id") ?? "",
  };
}

/** A dry run that nobody starts. */
async function planBatch(api: Api, organizationId: string) {
  const batch = await done(
    api.POST("/api/organizations/{organizationId}/replay-batches", {
      params: { path: { organizationId } },
      body: { filter: {}, isAsNow: true },
    }),
  );
  return batch.id;
}

async function makeWebhook(api: Api, organizationId: string, body: WebhookRequest) {
  const params = { path: { organizationId } };
  return done(api.POST("/api/organizations/{organizationId}/webhooks", { params, body }));
}

async function pause(api: Api, organizationId: string, webhookId: string) {
  await done(
    api.PUT("/api/organizations/{organizationId}/webhooks/{webhookId}/paused", {
      params: { path: { organizationId, webhookId } },
      body: { isPaused: true },
    }),
  );
}

async function changeWebhook(
  api: Api,
  organizationId: string,
  webhookId: string,
  body: WebhookRequest,
) {
  const params = { path: { organizationId, webhookId } };
  await done(api.PUT("/api/organizations/{organizationId}/webhooks/{webhookId}", { params, body }));
}

async function post(url: string, payload: object | string) {
  return fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: typeof payload === "string" ? payload : JSON.stringify(payload),
  });
}

/** Its row is stored, and the answer is lost: nobody can know. */
async function breakNextInsert(simulatorUrl: string) {
  await fetch(`${simulatorUrl}/simulator/switches`, {
    method: "PATCH",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      faults: [{ part: "INSERT", kind: "DROP", moment: "AFTER_WRITE", times: 1 }],
    }),
  });
}

/** Support staff as they are once they are set up. */
async function makeSupportUser(
  stack: Pick<Stack, "url" | "environment">,
  email: string,
  name: string,
) {
  const link = linkIn(await operate(stack, "create-support-user", email, name));
  await done(
    apiOf(stack.url).POST("/api/auth/set-password", { body: { token: tokenOf(link), password } }),
  );
  const api = await signedIn(stack.url, email, password);
  const { secret } = await done(api.POST("/api/me/second-factor", { body: { password } }));
  const { recoveryCodes } = await done(
    api.POST("/api/me/second-factor/confirm", { body: { code: totp(secret) } }),
  );
  return { email, password, recoveryCodes };
}

/** The link that a command printed. */
export function linkIn(output: string): string {
  return /https?:\S+/.exec(output)?.[0] ?? "";
}

const homer = {
  firstName: "Homer",
  lastName: "Simpson",
  date: "2026-05-26",
  dateTime: "2026-05-26T14:30:00Z",
  count: 2,
  amount: 149.5,
};

const registration: WebhookRequest = {
  name: "Event registration",
  schema: {
    $schema: "",
    type: "object",
    properties: {
      firstName: { type: "string" },
      lastName: { type: "string" },
      date: { type: "string", format: "date" },
      dateTime: { type: "string", format: "date-time" },
      count: { type: "integer" },
      amount: { type: "number" },
    },
    required: ["firstName", "lastName", "date"],
  },
  action: {
    type: "imis.activity",
    mapping: [
      { field: "ACTIVITY_TYPE", value: "MEETING" },
      { field: "PartyId", value: "101" },
      { field: "CATEGORY", value: "DATE:$$date$$" },
      { field: "NOTE", value: "First name: $$firstName$$, Last name: $$lastName$$" },
      { field: "TRANSACTION_DATE", value: "$$dateTime$$" },
    ],
  },
};

/** The same after somebody thought again. */
const stricterRegistration: WebhookRequest = {
  ...registration,
  schema: { ...registration.schema, required: ["firstName", "lastName", "date", "count"] },
  action: {
    ...registration.action,
    mapping: [...registration.action.mapping, { field: "QUANTITY", value: "$$count$$" }],
  },
};

const completion: WebhookRequest = {
  name: "Course completions",
  schema: {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    properties: {
      contactId: { type: "integer" },
      course: { type: "string", maxLength: 200 },
      credits: { type: "number", minimum: 0 },
    },
    required: ["contactId", "course"],
  },
  action: {
    type: "imis.activity",
    mapping: [
      { field: "ACTIVITY_TYPE", value: "WEBHOOK" },
      { field: "PartyId", value: "$$contactId$$" },
      { field: "DESCRIPTION", value: "$$course$$" },
      { field: "UNITS", value: "$$credits$$" },
    ],
  },
};
