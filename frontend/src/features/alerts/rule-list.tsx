import { Alert, Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AlertRuleResponse, Member, WebhookResponse } from "../../api/schema";
import { ConfirmDialog } from "../../components/confirm-dialog";
import { Dialog } from "../../components/dialog";
import { PlusIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import listClasses from "../../components/row-list.module.css";
import { Section } from "../../components/section";
import { useConfirmed } from "../../components/use-confirmed";
import * as pageTexts from "../../texts/page-texts";
import classes from "./alerts.module.css";
import { deleteRule, rulesQuery, saveRule } from "./queries";
import { RuleForm } from "./rule-form";
import { RuleRow } from "./rule-row";

interface RuleListProps {
  organizationId: string;
  webhooks: WebhookResponse[];
  members: Member[];
  canEdit: boolean;
}

/** What is told, and to whom. */
export function RuleList({ organizationId, webhooks, members, canEdit }: RuleListProps) {
  const queryClient = useQueryClient();
  const { data: rules, error, refetch, isFetching } = useQuery(rulesQuery(organizationId));
  const [isFormOpen, setFormOpen] = useState(false);
  const [edited, setEdited] = useState<AlertRuleResponse>();
  const reload = () => queryClient.invalidateQueries(rulesQuery(organizationId));
  const remove = useConfirmed<AlertRuleResponse>(
    ({ id }) => deleteRule(organizationId, id),
    reload,
  );
  const turn = useMutation({
    mutationFn: ({ id, sendsMails: _, ...rule }: AlertRuleResponse) =>
      saveRule(organizationId, id, { ...rule, isOn: !rule.isOn }),
    onSuccess: reload,
  });
  const open = (rule: AlertRuleResponse | undefined) => {
    setEdited(rule);
    setFormOpen(true);
  };
  const problem = rules === undefined ? error : turn.error;
  return (
    <Section
      title={pageTexts.alerts.rules}
      actions={
        canEdit ? (
          <Button leftSection={<PlusIcon />} onClick={() => open(undefined)}>
            {pageTexts.alerts.add}
          </Button>
        ) : undefined
      }
    >
      <p className={classes.text}>{pageTexts.alerts.rulesText}</p>
      {rules?.[0]?.sendsMails === false && (
        <Alert color="yellow" mb="sm">
          {pageTexts.alerts.noMails}
        </Alert>
      )}
      {problem !== null && (
        <ProblemAlert
          title={pageTexts.alerts.rulesFailed}
          error={problem}
          onRetry={refetch}
          isRetrying={isFetching}
        />
      )}
      {rules !== undefined && (
        <ul className={`${listClasses.root} ${classes.list}`}>
          {rules.length === 0 && <li className={classes.none}>{pageTexts.alerts.noRules}</li>}
          {rules.map((rule) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              webhooks={webhooks}
              members={members}
              canEdit={canEdit}
              onTurn={() => turn.mutate(rule)}
              onEdit={() => open(rule)}
              onDelete={() => remove.ask(rule)}
            />
          ))}
        </ul>
      )}
      <Dialog
        isOpen={isFormOpen}
        title={edited === undefined ? pageTexts.alerts.addTitle : pageTexts.alerts.editTitle}
        onClose={() => setFormOpen(false)}
      >
        <RuleForm
          organizationId={organizationId}
          rule={edited}
          webhooks={webhooks}
          members={members}
          onSaved={() => {
            setFormOpen(false);
            return reload();
          }}
        />
      </Dialog>
      <ConfirmDialog
        {...remove.dialog}
        title={pageTexts.alerts.deleteTitle}
        text={pageTexts.alerts.deleteText}
        confirm={pageTexts.alerts.delete}
      />
    </Section>
  );
}
