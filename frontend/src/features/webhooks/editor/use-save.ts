import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ApiProblem, asProblem } from "../../../api/problem";
import type { ActionField, WebhookResponse } from "../../../api/schema";
import { triedPayloadKey } from "../queries";
import { type Draft, mappingOf, requestOf } from "./draft";
import { type Fault, faultsOf } from "./faults";
import { createWebhook, type EditedWebhook, updateWebhook, webhookQuery } from "./queries";

interface SaveOptions {
  organizationId: string;
  webhook: EditedWebhook | undefined;
  draft: Draft;
  /** The payload that was tried on just this; undefined if none was. */
  tried: string | undefined;
  fields: ActionField[] | undefined;
  onSaved: (saved: WebhookResponse) => void;
  /** What the API will not have, and where that is. */
  onRefused: (faults: Fault[]) => void;
}

export function useSave({
  organizationId,
  webhook,
  draft,
  tried,
  fields,
  onSaved,
  onRefused,
}: SaveOptions) {
  const queryClient = useQueryClient();
  return useMutation<WebhookResponse, ApiProblem, void>({
    mutationFn: () => {
      const body = requestOf(draft, fields);
      return webhook === undefined
        ? createWebhook(organizationId, body, draft.schemaText)
        : updateWebhook(organizationId, webhook.id, body, draft.schemaText);
    },
    onSuccess: (saved) => {
      queryClient.setQueryData(triedPayloadKey(organizationId, saved.id), tried);
      onSaved(saved);
      queryClient.setQueryData(webhookQuery(organizationId, saved.id).queryKey, {
        ...saved,
        schemaText: draft.schemaText,
      });
      // Pages that are not open ask anew, rather than offer for a moment the version from before.
      queryClient.removeQueries({
        queryKey: [organizationId, "webhooks", saved.id],
        exact: true,
        type: "inactive",
      });
      void queryClient.invalidateQueries({ queryKey: [organizationId, "webhooks"] });
    },
    onError: (error) => {
      const problem = asProblem(error);
      if (problem.is("conflict") && webhook !== undefined) {
        // What somebody else saved is needed to tell what to do about it.
        void queryClient.invalidateQueries({
          queryKey: webhookQuery(organizationId, webhook.id).queryKey,
        });
      }
      if (problem.errors.length > 0) {
        onRefused(faultsOf(problem.errors, mappingOf(draft, fields)));
      }
    },
  });
}
