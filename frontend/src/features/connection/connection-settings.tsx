import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "../../components/problem-alert";
import { SettingsSection } from "../../components/settings-section";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import classes from "./connection.module.css";
import { ConnectionFacts } from "./connection-facts";
import { ConnectionForm } from "./connection-form";
import { ConnectionTest } from "./connection-test";
import { connectionQuery } from "./queries";

interface ConnectionSettingsProps {
  organizationId: string;
  canEdit: boolean;
  canTest: boolean;
}

export function ConnectionSettings({ organizationId, canEdit, canTest }: ConnectionSettingsProps) {
  const query = useQuery(connectionQuery(organizationId));
  const [isChanged, setChanged] = useState(false);
  const [saves, setSaves] = useState(0);
  const { data: connection, error } = query;
  if (connection === undefined) {
    return error === null ? (
      <Stack gap="md" aria-busy="true">
        <Skeleton height={280} />
        <Skeleton height={120} />
        <span hidden>{texts.common.loading}</span>
      </Stack>
    ) : (
      <ProblemAlert
        title={pageTexts.connection.loadFailed}
        error={error}
        onRetry={query.refetch}
        isRetrying={query.isFetching}
      />
    );
  }
  return (
    <>
      <Main
        organizationId={organizationId}
        canEdit={canEdit}
        connection={connection}
        onChange={setChanged}
        onSaved={() => setSaves((count) => count + 1)}
      />
      {(connection !== null || canEdit) && (
        <SettingsSection title={pageTexts.connection.test} text={pageTexts.connection.testText}>
          {connection === null ? (
            <p className={classes.text}>{pageTexts.connection.testNothing}</p>
          ) : canTest ? (
            <ConnectionTest
              // What an earlier test found is not about what was saved since.
              key={saves}
              organizationId={organizationId}
              isJustSaved={saves > 0}
              isChanged={isChanged}
            />
          ) : (
            <p className={classes.text}>{pageTexts.connection.testForEditors}</p>
          )}
        </SettingsSection>
      )}
    </>
  );
}

interface MainProps extends Pick<ConnectionSettingsProps, "organizationId" | "canEdit"> {
  connection: Parameters<typeof ConnectionForm>[0]["connection"];
  onChange: (isChanged: boolean) => void;
  onSaved: () => void;
}

function Main({ organizationId, canEdit, connection, onChange, onSaved }: MainProps) {
  if (canEdit) {
    return (
      <ConnectionForm
        organizationId={organizationId}
        connection={connection}
        onChange={onChange}
        onSaved={onSaved}
      />
    );
  }
  return (
    <SettingsSection title={pageTexts.connection.address} text={pageTexts.connection.addressText}>
      {connection === null ? (
        <p className={classes.text}>
          {pageTexts.connection.unsetText} {pageTexts.connection.unsetForAdmins}
        </p>
      ) : (
        <ConnectionFacts connection={connection} />
      )}
    </SettingsSection>
  );
}
