import { Button, Switch } from "@mantine/core";
import type { AlertRuleResponse, Member, WebhookResponse } from "../../api/schema";
import { Badge } from "../../components/badge";
import listClasses from "../../components/row-list.module.css";
import { asList } from "../../lib/language";
import * as pageTexts from "../../texts/page-texts";
import classes from "./alerts.module.css";

interface RuleRowProps {
  rule: AlertRuleResponse;
  webhooks: WebhookResponse[];
  members: Member[];
  canEdit: boolean;
  onTurn: () => void;
  onEdit: () => void;
  onDelete: () => void;
}

export function RuleRow({
  rule,
  webhooks,
  members,
  canEdit,
  onTurn,
  onEdit,
  onDelete,
}: RuleRowProps) {
  const name = pageTexts.alerts.rule(rule.kind, webhookName(rule, webhooks), rule);
  return (
    <li className={`${listClasses.row} ${classes.row}`}>
      <div className={listClasses.main}>
        <div className={listClasses.name}>
          {name}
          {!rule.isOn && <Badge tone="gray">{pageTexts.alerts.isOff}</Badge>}
        </div>
        <div className={listClasses.sub}>
          {asList([
            whom(rule, members),
            rule.kind === "FAILURE_RATE" &&
              rule.deliveries != null &&
              pageTexts.alerts.atLeast(rule.deliveries),
          ])}
        </div>
      </div>
      {canEdit && (
        <div className={classes.actions}>
          <Switch
            checked={rule.isOn}
            onChange={onTurn}
            aria-label={pageTexts.alerts.turnOf(name)}
            mr="xs"
          />
          <Button
            variant="subtle"
            size="xs"
            onClick={onEdit}
            aria-label={pageTexts.alerts.editOf(name)}
          >
            {pageTexts.alerts.edit}
          </Button>
          <Button
            variant="subtle"
            color="red"
            size="xs"
            onClick={onDelete}
            aria-label={pageTexts.alerts.deleteOf(name)}
          >
            {pageTexts.alerts.delete}
          </Button>
        </div>
      )}
    </li>
  );
}

function webhookName({ webhookId }: AlertRuleResponse, webhooks: WebhookResponse[]) {
  if (webhookId == null) {
    return undefined;
  }
  return webhooks.find(({ id }) => id === webhookId)?.name ?? pageTexts.alerts.deletedWebhook;
}

function whom(
  { tellsAdministrators, members: chosen, sendsMails }: AlertRuleResponse,
  members: Member[],
) {
  if (!sendsMails) {
    return pageTexts.alerts.mailsNobody;
  }
  const names = chosen.map(
    (userId) =>
      members.find((each) => each.userId === userId)?.name ?? pageTexts.alerts.formerMember,
  );
  const all = [tellsAdministrators && pageTexts.alerts.administrators, ...names];
  return all.some(Boolean) ? pageTexts.alerts.mailsTo(asList(all)) : pageTexts.alerts.mailsNobody;
}
