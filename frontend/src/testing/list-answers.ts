import type {
  PageWebhookActivity,
  PageWebhookVersionSummary,
  WebhookResponse,
} from "../api/schema";
import type { Backend } from "./backend";
import { aWebhook } from "./fixtures";
import { problem } from "./problem";

const webhooks = "/organizations/:organizationId/webhooks";

/** A change of a webhook that was read at some revision. */
type Change = { revision?: number } & Partial<WebhookResponse>;

/** As the backend saves: each change is a revision, and only another content another version. */
function saved(known: WebhookResponse, change: Change): WebhookResponse {
  const content = ({ schema, action, acknowledgement, deadlineSeconds }: WebhookResponse) =>
    JSON.stringify([schema, action, acknowledgement, deadlineSeconds]);
  const wanted = { ...known, ...change };
  const isSame = content(wanted) === content(known);
  if (isSame && wanted.name === known.name) {
    return known;
  }
  return {
    ...wanted,
    revision: known.revision + 1,
    version: isSame ? known.version : known.version + 1,
  };
}

/** What is asked and told of webhooks, their list and their history. */
export function listAnswers(backend: Backend) {
  const found = (id: unknown) => backend.webhooks.find((each) => each.id === id);
  const replace = (known: WebhookResponse, changed: WebhookResponse) => {
    backend.webhooks = backend.webhooks.map((each) => (each === known ? changed : each));
    return changed;
  };
  const save = (id: unknown, change: Change) => {
    const known = found(id);
    if (known === undefined) {
      return missing();
    }
    return change.revision === undefined || change.revision === known.revision
      ? replace(known, saved(known, change))
      : problem(409, "conflict", "Somebody saved this webhook in the meantime; load it again.");
  };
  const missing = () => problem(404, "not-found", "There is no such thing");

  backend.answers(
    "get",
    "/organizations/:organizationId/deliveries/activity",
    () => ({ items: backend.activity, nextCursor: null }) satisfies PageWebhookActivity,
  );
  backend.answers("post", webhooks, ({ body }) => {
    const added = aWebhook({
      ...body,
      ...{ id: `added-${backend.webhooks.length}`, revision: 1, version: 1 },
    });
    backend.webhooks = [...backend.webhooks, added];
    return added;
  });
  backend.answers("get", `${webhooks}/:webhookId`, ({ params }) => {
    return found(params.webhookId) ?? missing();
  });
  backend.answers("put", `${webhooks}/:webhookId`, ({ params, body }) =>
    save(params.webhookId, body),
  );
  backend.answers("put", `${webhooks}/:webhookId/paused`, ({ params, body }) => {
    const known = found(params.webhookId);
    return known === undefined ? missing() : replace(known, { ...known, ...body });
  });
  backend.answers("post", `${webhooks}/:webhookId/duplicate`, ({ params, body }) => {
    const original = found(params.webhookId);
    if (original === undefined) {
      return missing();
    }
    const id = `added-${backend.webhooks.length}`;
    const copy = { ...original, ...body, id, isPaused: true, revision: 1, version: 1 };
    backend.webhooks = [...backend.webhooks, copy];
    return copy;
  });
  backend.answers("post", `${webhooks}/:webhookId/versions/:number/restore`, ({ params, body }) => {
    const version = backend.versions.find((each) => String(each.number) === params.number);
    if (version === undefined) {
      return missing();
    }
    const { schema, action, acknowledgement, deadlineSeconds } = version;
    const restored = save(params.webhookId, {
      ...{ schema, action, acknowledgement, deadlineSeconds },
      ...body,
    });
    if (!(restored instanceof Response) && restored.version > (backend.versions[0]?.number ?? 0)) {
      backend.versions = [
        { ...version, number: restored.version, isCurrent: true },
        ...backend.versions.map((each) => ({ ...each, isCurrent: false })),
      ];
    }
    return restored;
  });
  backend.answers("delete", `${webhooks}/:webhookId`, ({ params }) => {
    backend.webhooks = backend.webhooks.filter((each) => each.id !== params.webhookId);
    return undefined;
  });
  backend.answers(
    "get",
    `${webhooks}/:webhookId/versions`,
    () =>
      ({
        items: backend.versions.map(({ number, createdAt, author, isCurrent }) => ({
          number,
          createdAt,
          author: author ?? null,
          isCurrent,
        })),
        nextCursor: null,
      }) satisfies PageWebhookVersionSummary,
  );
  backend.answers("get", `${webhooks}/:webhookId/versions/:number`, ({ params }) => {
    return backend.versions.find((each) => String(each.number) === params.number) ?? missing();
  });
}
