import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { AlertEndpointResponse, AlertMessageResponse } from "../../api/schema";
import { Badge } from "../../components/badge";
import { ProblemAlert } from "../../components/problem-alert";
import listClasses from "../../components/row-list.module.css";
import { WorkButton } from "../../components/work-button";
import { asMinute } from "../../lib/dates";
import { asList } from "../../lib/language";
import * as pageTexts from "../../texts/page-texts";
import classes from "./alerts.module.css";
import { hostOf } from "./host-of";
import { testEndpoint, updateEndpoint } from "./queries";
import { whyNot } from "./why-not";

interface EndpointRowProps {
  organizationId: string;
  endpoint: AlertEndpointResponse;
  onChanged: () => unknown;
  onShow: () => void;
  onRenew: () => void;
  onDelete: () => void;
}

export function EndpointRow({
  organizationId,
  endpoint,
  onChanged,
  onShow,
  onRenew,
  onDelete,
}: EndpointRowProps) {
  const { id, url, createdBy, disabledBecause, oldSecretUntil } = endpoint;
  const host = hostOf(endpoint);
  const isOff = disabledBecause != null;
  const test = useMutation({
    mutationFn: () => testEndpoint(organizationId, id),
    onSuccess: onChanged,
  });
  const turn = useMutation({
    mutationFn: () => updateEndpoint(organizationId, id, { url, isOn: isOff }),
    onSuccess: onChanged,
  });
  const turnText = isOff ? pageTexts.alerts.switchOn : pageTexts.alerts.switchOff;
  const problem = test.error ?? turn.error;
  return (
    <li className={`${listClasses.row} ${classes.row}`}>
      <div className={listClasses.main}>
        <div className={listClasses.name}>
          {url}
          {isOff && <Badge tone="amber">{pageTexts.alerts.off[disabledBecause]}</Badge>}
        </div>
        <div className={listClasses.sub}>
          {asList([
            pageTexts.alerts.addedBy(createdBy),
            oldSecretUntil != null &&
              Date.parse(oldSecretUntil) > Date.now() &&
              pageTexts.alerts.oldSecretUntil(asMinute(oldSecretUntil)),
          ])}
        </div>
        <div role="status">{test.data !== undefined && !test.isPending && said(test.data)}</div>
        {problem !== null && <ProblemAlert error={problem} />}
      </div>
      <div className={classes.actions}>
        <WorkButton
          variant="subtle"
          size="xs"
          loading={test.isPending}
          disabled={isOff}
          onClick={() => test.mutate()}
          aria-label={pageTexts.alerts.testOf(host)}
        >
          {pageTexts.alerts.test}
        </WorkButton>
        <Button
          variant="subtle"
          size="xs"
          onClick={onShow}
          aria-label={pageTexts.alerts.messagesOf(host)}
        >
          {pageTexts.alerts.messages}
        </Button>
        <WorkButton
          variant="subtle"
          size="xs"
          loading={turn.isPending}
          onClick={() => turn.mutate()}
          aria-label={pageTexts.alerts.switchOf(turnText, host)}
        >
          {turnText}
        </WorkButton>
        <Button
          variant="subtle"
          size="xs"
          onClick={onRenew}
          aria-label={pageTexts.alerts.renewOf(host)}
        >
          {pageTexts.alerts.renew}
        </Button>
        <Button
          variant="subtle"
          color="red"
          size="xs"
          onClick={onDelete}
          aria-label={pageTexts.alerts.deleteOf(host)}
        >
          {pageTexts.alerts.delete}
        </Button>
      </div>
    </li>
  );
}

function said(message: AlertMessageResponse) {
  return message.failure == null
    ? pageTexts.alerts.tested
    : pageTexts.alerts.testFailed(whyNot(message));
}
