import { Alert, Anchor, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Link } from "react-router";
import type { Rehearsal, RehearsalExample } from "../../../api/schema";
import { ExactTime } from "../../../components/exact-time";
import { AlertIcon, CheckIcon } from "../../../components/icons";
import { ProblemAlert } from "../../../components/problem-alert";
import { paths } from "../../../lib/paths";
import * as pageTexts from "../../../texts/page-texts";
import { rehearsalQuery } from "./queries";
import classes from "./rehearsal.module.css";

interface SchemaRehearsalProps {
  organizationId: string;
  webhookId: string;
  schemaText: string;
}

/** What a changed schema would have said to deliveries that came already. */
export function SchemaRehearsal({ organizationId, webhookId, schemaText }: SchemaRehearsalProps) {
  const query = useQuery(rehearsalQuery(organizationId, webhookId, schemaText));
  if (query.data !== undefined) {
    return <Found organizationId={organizationId} found={query.data} />;
  }
  return query.error === null ? (
    <div aria-busy="true">
      <p className={classes.text}>{pageTexts.wizard.rehearsing}</p>
      <Skeleton height={48} mt={8} />
    </div>
  ) : (
    <ProblemAlert
      title={pageTexts.wizard.rehearsalFailed}
      error={query.error}
      onRetry={query.refetch}
      isRetrying={query.isFetching}
    />
  );
}

interface FoundProps {
  organizationId: string;
  found: Rehearsal;
}

function Found({ organizationId, found }: FoundProps) {
  const { checked, newlyRejected, newlyAccepted, examples } = found;
  if (checked === 0) {
    return <p className={classes.text}>{pageTexts.wizard.rehearsalNone}</p>;
  }
  const better = newlyAccepted > 0 ? ` ${pageTexts.wizard.rehearsalBetter(newlyAccepted)}` : "";
  if (newlyRejected === 0) {
    return (
      <Alert className={classes.same} icon={<CheckIcon size={18} />}>
        {newlyAccepted === 0 ? pageTexts.wizard.rehearsalSame(checked) : better}
      </Alert>
    );
  }
  return (
    <Alert
      className={classes.worse}
      icon={<AlertIcon size={18} />}
      title={pageTexts.wizard.rehearsalWorse(checked, newlyRejected)}
    >
      {better} {pageTexts.wizard.rehearsalStill}
      <Examples
        organizationId={organizationId}
        examples={examples}
        more={newlyRejected - examples.length}
      />
    </Alert>
  );
}

interface ExamplesProps {
  organizationId: string;
  examples: RehearsalExample[];
  more: number;
}

function Examples({ organizationId, examples, more }: ExamplesProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(examples.length <= 3);
  return (
    <>
      <Anchor
        component="button"
        type="button"
        className={classes.toggle}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? pageTexts.wizard.rehearsalHide : pageTexts.wizard.rehearsalShow}
      </Anchor>
      <ul id={id} hidden={!isOpen} className={classes.examples}>
        {examples.map(({ deliveryId, receivedAt, violations }) => (
          <li key={deliveryId}>
            <Link to={paths.delivery(organizationId, deliveryId)} target="_blank">
              <ExactTime instant={receivedAt} />
            </Link>
            <ul className={classes.violations}>
              {violations.map(({ path, message }) => (
                <li key={path + message}>
                  <code>{path || pageTexts.wizard.rehearsalWhole}</code> {message}
                </li>
              ))}
            </ul>
          </li>
        ))}
        {more > 0 && <li>{pageTexts.wizard.rehearsalMore(more)}</li>}
      </ul>
    </>
  );
}
