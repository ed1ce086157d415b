import {
  type Mutation,
  useMutation,
  useMutationState,
  useQueryClient,
} from "@tanstack/react-query";
import type { ApiProblem } from "../../../api/problem";
import type { WebhookResponse } from "../../../api/schema";
import * as pageTexts from "../../../texts/page-texts";
import { webhooksQuery } from "../queries";
import { activityQuery, deleteWebhook, duplicateWebhook, setPaused } from "./queries";

const longestName = 200;

interface Change {
  webhook: WebhookResponse;
}

interface PauseChange extends Change {
  isPaused: boolean;
}

const changed = (mutation: Mutation<unknown, Error, unknown>) =>
  (mutation.state.variables as Change | undefined)?.webhook.id;

/**
 * What the list changes, in its cache too. Each call has its own outcome, however many webhooks are
 * changed at once; of one webhook, one change at a time.
 */
export function useWebhookChanges(organizationId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = webhooksQuery(organizationId);
  const mutationKey = [organizationId, "webhook-changes"];
  const pending = { mutationKey, status: "pending" } as const;
  const busy = useMutationState({ filters: pending, select: changed });

  const update = (change: (webhooks: WebhookResponse[]) => WebhookResponse[]) =>
    queryClient.setQueryData(queryKey, (webhooks) => webhooks && change(webhooks));
  const show = ({ id }: WebhookResponse, changes: Partial<WebhookResponse>) =>
    update((webhooks) => webhooks.map((each) => (each.id === id ? { ...each, ...changes } : each)));
  // What was asked for before would answer with how it was then.
  const forgetAsked = () => queryClient.cancelQueries({ queryKey, exact: true });
  const askAgain = () => {
    void queryClient.invalidateQueries({ queryKey });
  };

  const pause = useMutation<WebhookResponse, ApiProblem, PauseChange>({
    mutationKey,
    mutationFn: ({ webhook, isPaused }) => setPaused(organizationId, webhook.id, isPaused),
    onMutate: async ({ webhook, isPaused }) => {
      await forgetAsked();
      show(webhook, { isPaused });
    },
    onSuccess: (saved, { webhook }) => {
      show(webhook, saved);
    },
    onError: (_, { webhook, isPaused }) => {
      show(webhook, { isPaused: !isPaused });
    },
    onSettled: askAgain,
  });

  const duplicate = useMutation<WebhookResponse, ApiProblem, Change>({
    mutationKey,
    mutationFn: ({ webhook }) => duplicateWebhook(organizationId, webhook.id, copyOf(webhook)),
    onSettled: askAgain,
  });

  const remove = useMutation<unknown, ApiProblem, Change>({
    mutationKey,
    mutationFn: ({ webhook }) => deleteWebhook(organizationId, webhook.id),
    onSuccess: async (_, { webhook }) => {
      await forgetAsked();
      update((webhooks) => webhooks.filter((each) => each.id !== webhook.id));
      void queryClient.invalidateQueries(activityQuery(organizationId));
    },
    onSettled: askAgain,
  });

  return {
    setPaused: pause.mutateAsync,
    duplicate: duplicate.mutateAsync,
    remove: remove.mutateAsync,
    /** Whether a webhook is shown as being changed. */
    isBusy: ({ id }: WebhookResponse) => busy.includes(id),
    /** The same at this very moment: a second click may come before anything is shown. */
    isChanging: ({ id }: WebhookResponse) =>
      queryClient.isMutating({ ...pending, predicate: (each) => changed(each) === id }) > 0,
  };
}

function copyOf({ name }: WebhookResponse): string {
  // No half of a character that takes two places stays at the end.
  return pageTexts.webhookList
    .copyOf(name)
    .slice(0, longestName)
    .replace(/[\uD800-\uDBFF]$/, "");
}
