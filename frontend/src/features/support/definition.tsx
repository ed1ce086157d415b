import { useQuery } from "@tanstack/react-query";
import type { FieldMapping, WebhookDefinition } from "../../api/schema";
import { CodeBlock } from "../../components/code-block";
import tableClasses from "../../components/data-table.module.css";
import classes from "../../components/delivery/delivery-detail.module.css";
import { Fact } from "../../components/delivery/delivery-facts";
import { DetailSkeleton } from "../../components/delivery/detail-states";
import { EmptyState } from "../../components/empty-state";
import { ExactTime } from "../../components/exact-time";
import { SearchIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import { Section } from "../../components/section";
import { asList } from "../../lib/language";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { actionLabel } from "./action-label";
import { DefinitionBadge } from "./definition-badge";
import { supportWebhookQuery } from "./queries";

interface DefinitionProps {
  organizationId: string;
  webhookId: string;
}

/** A webhook's definition, to be read. */
export function Definition({ organizationId, webhookId }: DefinitionProps) {
  const query = useQuery(supportWebhookQuery(organizationId, webhookId));
  const { data: webhook, error } = query;
  if (webhook !== undefined) {
    return <DefinitionArticle webhook={webhook} />;
  }
  if (error === null) {
    return <DetailSkeleton title={pageTexts.support.definition} />;
  }
  if ("status" in error && error.status === 404) {
    return (
      <EmptyState
        level={1}
        icon={<SearchIcon size={20} />}
        title={pageTexts.support.webhookMissingTitle}
        text={pageTexts.support.webhookMissingText}
      />
    );
  }
  return (
    <ProblemAlert
      title={pageTexts.support.webhookFailed}
      error={error}
      onRetry={query.refetch}
      isRetrying={query.isFetching}
    />
  );
}

function DefinitionArticle({ webhook }: { webhook: WebhookDefinition }) {
  const { action } = webhook;
  return (
    <article>
      <title>{texts.common.pageTitle(webhook.name)}</title>
      <div className={classes.headline}>
        <h1 className={classes.title}>{webhook.name}</h1>
        <DefinitionBadge webhook={webhook} />
      </div>
      <div className={classes.columns}>
        <aside className={classes.facts} aria-label={pageTexts.support.definition}>
          <dl>
            <Fact name={pageTexts.support.action}>{actionLabel(webhook)}</Fact>
            {action.panel && (
              <Fact name={pageTexts.support.panel}>
                <span className={classes.mono}>{action.panel}</span>
              </Fact>
            )}
            <Fact name={pageTexts.support.acknowledgement}>
              {pageTexts.support.acknowledgements[webhook.acknowledgement]}
            </Fact>
            <Fact name={pageTexts.support.deadline}>
              {pageTexts.support.seconds(webhook.deadlineSeconds)}
            </Fact>
            {webhook.privacy.masked.length > 0 && (
              <Fact name={pageTexts.support.maskedProperties}>
                {asList(webhook.privacy.masked)}
              </Fact>
            )}
            {webhook.privacy.neverStored.length > 0 && (
              <Fact name={pageTexts.support.neverStored}>
                {asList(webhook.privacy.neverStored)}
              </Fact>
            )}
            <Fact name={texts.webhooks.version}>{webhook.version}</Fact>
            <Fact name={pageTexts.support.created}>
              <ExactTime instant={webhook.createdAt} />
            </Fact>
            <Fact name={texts.webhooks.updated}>
              <ExactTime instant={webhook.updatedAt} />
            </Fact>
            {webhook.deletedAt && (
              <Fact name={pageTexts.support.deleted}>
                <ExactTime instant={webhook.deletedAt} />
              </Fact>
            )}
          </dl>
        </aside>
        <div className={classes.content}>
          <Mapping mapping={action.mapping} />
          <Section title={pageTexts.support.schema}>
            <CodeBlock
              text={JSON.stringify(webhook.schema, null, 2)}
              label={pageTexts.support.schema}
              copyLabel={pageTexts.support.copySchema}
            />
          </Section>
        </div>
      </div>
    </article>
  );
}

function Mapping({ mapping }: { mapping: FieldMapping[] }) {
  return (
    <Section title={pageTexts.support.mapping}>
      {mapping.length === 0 ? (
        <p className={classes.note}>{pageTexts.support.mappingEmpty}</p>
      ) : (
        <div className={tableClasses.frame}>
          <table className={tableClasses.table} aria-label={pageTexts.support.mapping}>
            <thead>
              <tr>
                <th>{pageTexts.support.mappingField}</th>
                <th>{pageTexts.support.mappingValue}</th>
              </tr>
            </thead>
            <tbody>
              {mapping.map(({ field, value }) => (
                <tr key={field}>
                  <td className={`${tableClasses.mono} ${tableClasses.broken}`}>{field}</td>
                  <td className={`${tableClasses.mono} ${tableClasses.broken}`}>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
