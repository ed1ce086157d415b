import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AlertEndpointResponse } from "../../api/schema";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { Dialog } from "../../components/dialog";
import { ProblemAlert } from "../../components/problem-alert";
import listClasses from "../../components/row-list.module.css";
import { Section } from "../../components/section";
import { useConfirmed } from "../../components/use-confirmed";
import * as pageTexts from "../../texts/page-texts";
import { AddEndpoint } from "./add-endpoint";
import classes from "./alerts.module.css";
import { EndpointRow } from "./endpoint-row";
import { EndpointSecret } from "./endpoint-secret";
import { hostOf } from "./host-of";
import { MessageList } from "./message-list";
import { deleteEndpoint, endpointsQuery, renewSecret } from "./queries";

/** Addresses of programs that are told, too. */
export function EndpointList({ organizationId }: { organizationId: string }) {
  const queryClient = useQueryClient();
  const { data: endpoints, error, refetch, isFetching } = useQuery(endpointsQuery(organizationId));
  const [renewed, setRenewed] = useState<AlertEndpointResponse>();
  const [shown, setShown] = useState<AlertEndpointResponse>();
  const [isShowing, setShowing] = useState(false);
  const show = (endpoint: AlertEndpointResponse) => {
    setShown(endpoint);
    setShowing(true);
  };
  const reload = () => queryClient.invalidateQueries(endpointsQuery(organizationId));
  const remove = useConfirmed<AlertEndpointResponse>(
    ({ id }) => deleteEndpoint(organizationId, id),
    reload,
  );
  const renew = useConfirmed<AlertEndpointResponse, AlertEndpointResponse>(
    ({ id }) => renewSecret(organizationId, id),
    async (_, made) => {
      await reload();
      setRenewed(made);
    },
  );
  return (
    <Section
      title={pageTexts.alerts.endpoints}
      actions={<AddEndpoint organizationId={organizationId} onAdded={reload} />}
    >
      <p className={classes.text}>{pageTexts.alerts.endpointsText}</p>
      {endpoints === undefined && error !== null && (
        <ProblemAlert
          title={pageTexts.alerts.endpointsFailed}
          error={error}
          onRetry={refetch}
          isRetrying={isFetching}
        />
      )}
      {endpoints !== undefined && (
        <ul className={`${listClasses.root} ${classes.list}`}>
          {endpoints.length === 0 && (
            <li className={classes.none}>{pageTexts.alerts.noEndpoints}</li>
          )}
          {endpoints.map((endpoint) => (
            <EndpointRow
              key={endpoint.id}
              organizationId={organizationId}
              endpoint={endpoint}
              onChanged={reload}
              onShow={() => show(endpoint)}
              onRenew={() => renew.ask(endpoint)}
              onDelete={() => remove.ask(endpoint)}
            />
          ))}
        </ul>
      )}
      <ConfirmDialog
        {...remove.dialog}
        title={pageTexts.alerts.deleteEndpointTitle(hostOf(remove.subject))}
        text={pageTexts.alerts.deleteEndpointText}
        confirm={pageTexts.alerts.delete}
      />
      <ConfirmDialog
        {...renew.dialog}
        title={pageTexts.alerts.renewTitle}
        text={pageTexts.alerts.renewQuestion}
        confirm={pageTexts.alerts.renewConfirm}
        isDestructive={false}
      />
      <Dialog
        isOpen={isShowing}
        title={pageTexts.alerts.messagesTitle(hostOf(shown))}
        onClose={() => setShowing(false)}
        size="lg"
      >
        {shown !== undefined && (
          <MessageList organizationId={organizationId} endpointId={shown.id} />
        )}
      </Dialog>
      <Dialog
        isOpen={renewed !== undefined}
        title={pageTexts.alerts.secretTitle}
        onClose={() => setRenewed(undefined)}
        isSticky
        size="lg"
      >
        {renewed !== undefined && (
          <EndpointSecret endpoint={renewed} isRenewed onStored={() => setRenewed(undefined)} />
        )}
      </Dialog>
    </Section>
  );
}
