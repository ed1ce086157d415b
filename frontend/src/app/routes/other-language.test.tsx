import { screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { senderNames } from "../../features/webhooks/senders/presets";
import { drafts } from "../../lib/json-schema/drafts";
import { paths } from "../../lib/paths";
import { asTimeZone, timeZones } from "../../lib/time-zones";
import { AlertAnswers, anEndpoint, anIncident } from "../../testing/alert-answers";
import {
  aBucket,
  aDelivery,
  aDeliveryInFull,
  aMember,
  anActivity,
  anApiKey,
  anAttempt,
  anAuditEvent,
  anInvitation,
  aSession,
  aVersion,
  northwind,
  noStatistics,
} from "../../testing/fixtures";
import { unmarked } from "../../testing/other-language";
import { renderApp } from "../../testing/render-app";
import { aVerification, theUrls } from "../../testing/sender-answers";
import { server } from "../../testing/server";
import { address, anEditorBackend } from "../../testing/webhook-editor";

vi.mock("../../texts/texts", async (importOriginal) => {
  const { marked } = await import("../../testing/other-language");
  const { texts } = await importOriginal<typeof import("../../texts/texts")>();
  return { texts: { ...marked(texts), locale: "de" } };
});
vi.mock("../../texts/page-texts", async (importOriginal) => {
  const { marked } = await import("../../testing/other-language");
  return marked({ ...(await importOriginal<typeof import("../../texts/page-texts")>()) });
});

const { organizationId } = northwind;

/** One of each, for the pages that list them. */
const things = {
  activity: [anActivity()],
  versions: [aVersion({ number: 2 }), aVersion({ number: 1 })],
  deliveries: { items: [aDelivery()], nextCursor: null, isSearchedWhole: true },
  delivery: aDeliveryInFull({ attempts: [anAttempt()] }),
  statistics: {
    ...noStatistics,
    buckets: [aBucket("2026-11-28T08:00:00Z", { succeeded: 2, failed: 1 })],
  },
  events: { items: [anAuditEvent()], nextCursor: null },
  members: [aMember()],
  invitations: [anInvitation()],
  apiKeys: [anApiKey()],
  sessions: [aSession()],
};

/** Everything that the API said, names of members included: JSON is shown, too. */
let told = "";

function hear(value: unknown) {
  if (Array.isArray(value)) {
    value.forEach(hear);
  } else if (typeof value === "object" && value !== null) {
    hear(Object.entries(value).flat());
  } else {
    told += `${value}\n`;
  }
}

beforeEach(() => {
  told = "";
  server.events.on("response:mocked", async ({ response }) => {
    hear(
      await response
        .clone()
        .json()
        .catch(() => ""),
    );
  });
});
afterEach(() => {
  server.events.removeAllListeners();
  localStorage.clear();
});

const word = /\p{L}{2,}/u;

/** Code is in no language, and what a moment is called is for the browser to say. */
const elsewhere = "time, style, script, pre, code, .cm-content";

/** What is called the same everywhere. */
const names = [
  location.origin,
  ...drafts.map(({ name }) => name),
  ...senderNames,
  ...timeZones("UTC").map((name) => asTimeZone(name)),
];

/** Words on the page that neither the language nor the API has. */
function strayWords(): string[] {
  const shown: string[] = [];
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    if (!nodes.currentNode.parentElement?.closest(elsewhere)) {
      shown.push(nodes.currentNode.textContent ?? "");
    }
  }
  const said = [...document.querySelectorAll(":not(time)")].flatMap((element) =>
    ["aria-label", "title", "placeholder", "alt"].map((name) => element.getAttribute(name) ?? ""),
  );
  return [...unmarked(shown), ...unmarked(said), ...unmarked([document.title])].filter(
    (text) =>
      word.test(text) && !told.includes(text) && !names.some((name) => text.startsWith(name)),
  );
}

test.each([
  paths.webhooks(organizationId),
  paths.newWebhook(organizationId),
  address("general"),
  address("schema"),
  address("action"),
  address("preview"),
  address("save"),
  paths.webhookVersions(organizationId, "018f0000-0000-7000-8000-000000000041"),
  paths.webhookSenders(organizationId, "018f0000-0000-7000-8000-000000000041"),
  paths.deliveries(organizationId),
  paths.delivery(organizationId, things.delivery.id),
  paths.connection(organizationId),
  paths.alerts(organizationId),
  paths.people(organizationId),
  paths.apiKeys(organizationId),
  paths.audit(organizationId),
  paths.settings(organizationId),
  paths.account,
])("%s says nothing but what the language and the API have", async (path) => {
  const backend = Object.assign(anEditorBackend(), things);
  const webhook = "/organizations/:organizationId/webhooks/:webhookId";
  backend.answers("get", `${webhook}/verification`, () => aVerification());
  backend.answers("get", `${webhook}/url`, () => theUrls());
  const answers = new AlertAnswers(backend);
  answers.incidents = [anIncident()];
  answers.endpoints = [anEndpoint()];
  const app = renderApp(path);

  await waitFor(() => {
    expect(document.querySelector("h1")).toHaveTextContent("⟦");
    expect(document.querySelector(".mantine-Skeleton-root")).toBeNull();
    expect(app.queryClient.isFetching()).toBe(0);
  });
  expect(screen.queryByText("⟦Something went wrong⟧")).not.toBeInTheDocument();
  expect(strayWords()).toEqual([]);
});
