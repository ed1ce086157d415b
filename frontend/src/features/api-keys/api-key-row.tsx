import { Button } from "@mantine/core";
import type { ApiKeyResponse } from "../../api/schema";
import { Badge } from "../../components/badge";
import tableClasses from "../../components/data-table.module.css";
import { ExactTime } from "../../components/exact-time";
import { asDay, asMinute } from "../../lib/dates";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import classes from "./api-key-list.module.css";

interface ApiKeyRowProps {
  apiKey: ApiKeyResponse;
  onRevoke: () => void;
}

export function ApiKeyRow({ apiKey, onRevoke }: ApiKeyRowProps) {
  const { name, role, createdAt, createdBy, lastUsedAt } = apiKey;
  return (
    <tr className={`${tableClasses.row} ${classes.row}`}>
      <td className={classes.name}>{name}</td>
      <td className={classes.role}>{texts.roles[role]}</td>
      <td className={`${classes.created} ${tableClasses.muted}`}>
        <span className={tableClasses.caption}>{pageTexts.apiKeys.created}: </span>
        <ExactTime instant={createdAt} format={asDay} />{" "}
        <span className={classes.by} title={createdBy}>
          {pageTexts.apiKeys.createdBy(createdBy)}
        </span>
      </td>
      <td className={`${classes.used} ${tableClasses.muted}`}>
        <span className={tableClasses.caption}>{pageTexts.apiKeys.lastUsed}: </span>
        {lastUsedAt ? (
          <ExactTime instant={lastUsedAt} format={asMinute} />
        ) : (
          pageTexts.apiKeys.never
        )}
      </td>
      <td className={`${classes.expires} ${tableClasses.muted}`}>
        <Expiry apiKey={apiKey} />
      </td>
      <td className={`${classes.actions} ${tableClasses.actions}`}>
        <Button
          variant="subtle"
          color="red"
          size="xs"
          onClick={onRevoke}
          aria-label={pageTexts.apiKeys.revokeOf(name)}
        >
          {pageTexts.apiKeys.revoke}
        </Button>
      </td>
    </tr>
  );
}

function Expiry({ apiKey }: { apiKey: ApiKeyResponse }) {
  if (apiKey.isExpired) {
    return <Badge tone="red">{pageTexts.apiKeys.isExpired}</Badge>;
  }
  return (
    <>
      <span className={tableClasses.caption}>{pageTexts.apiKeys.expires}: </span>
      {apiKey.expiresAt ? (
        <ExactTime instant={apiKey.expiresAt} format={asDay} />
      ) : (
        pageTexts.apiKeys.never
      )}
    </>
  );
}
