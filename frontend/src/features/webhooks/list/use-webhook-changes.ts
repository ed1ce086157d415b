import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ApiProblem } from "../../../api/problem";
import type { WebhookResponse } from "../../../api/schema";
import * as pageTexts from "../../../texts/page-texts";
import { webhooksQuery } from "../queries";
import {
  activityQuery,
  addWebhook,
  definitionOf,
  deleteWebhook,
  setPaused as sendPaused,
} from "./queries";

const longestName = 200;

interface PauseChange {
  webhook: WebhookResponse;
  isPaused: boolean;
}

/** What the list changes, in its cache too. */
export function useWebhookChanges(organizationId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = webhooksQuery(organizationId);
  const update = (change: (webhooks: WebhookResponse[]) => WebhookResponse[]) =>
    queryClient.setQueryData(queryKey, (webhooks) => webhooks && change(webhooks));
  const show = ({ id }: WebhookResponse, isPaused: boolean) =>
    update((webhooks) => webhooks.map((each) => (each.id === id ? { ...each, isPaused } : each)));

  const setPaused = useMutation<WebhookResponse, ApiProblem, PauseChange>({
    mutationFn: ({ webhook, isPaused }) => sendPaused(organizationId, webhook.id, isPaused),
    onMutate: async ({ webhook, isPaused }) => {
      await queryClient.cancelQueries({ queryKey });
      show(webhook, isPaused);
    },
    onError: (_, { webhook }) => {
      show(webhook, webhook.isPaused);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });

  const duplicate = useMutation<WebhookResponse, ApiProblem, WebhookResponse>({
    mutationFn: async (webhook) => {
      const { revision: _, ...definition } = definitionOf(webhook);
      const name = pageTexts.webhookList.copyOf(webhook.name).slice(0, longestName);
      const copy = await addWebhook(organizationId, { ...definition, name });
      return sendPaused(organizationId, copy.id, true);
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey });
    },
  });

  const remove = async ({ id }: WebhookResponse) => {
    await deleteWebhook(organizationId, id);
    await queryClient.cancelQueries({ queryKey });
    update((webhooks) => webhooks.filter((each) => each.id !== id));
    void queryClient.invalidateQueries({ queryKey });
    void queryClient.invalidateQueries(activityQuery(organizationId));
  };

  return { setPaused, duplicate, remove };
}
