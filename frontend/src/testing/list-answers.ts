import type {
  PageWebhookActivity,
  PageWebhookVersionSummary,
  WebhookResponse,
} from "../api/schema";
import type { Backend } from "./backend";
import { aWebhook } from "./fixtures";
import { problem } from "./problem";

const webhooks = "/organizations/:organizationId/webhooks";

/** What the list of webhooks and the history of one ask for and change. */
export function listAnswers(backend: Backend) {
  const found = (id: unknown) => backend.webhooks.find((each) => each.id === id);
  const missing = () => problem(404, "not-found", "There is no such thing");

  backend.answers(
    "get",
    "/organizations/:organizationId/deliveries/activity",
    () => ({ items: backend.activity, nextCursor: null }) satisfies PageWebhookActivity,
  );
  backend.answers("post", webhooks, ({ body }) => {
    const added = aWebhook({ ...body, id: `added-${backend.webhooks.length}`, version: 1 });
    backend.webhooks = [...backend.webhooks, added];
    return added;
  });
  backend.answers("get", `${webhooks}/:webhookId`, ({ params }) => {
    return found(params.webhookId) ?? missing();
  });
  backend.answers("put", `${webhooks}/:webhookId`, ({ params, body }) => {
    const webhook = found(params.webhookId);
    if (webhook === undefined) {
      return missing();
    }
    const changed: WebhookResponse = { ...webhook, ...body };
    backend.webhooks = backend.webhooks.map((each) => (each === webhook ? changed : each));
    return changed;
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
