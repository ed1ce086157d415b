import { Alert, Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { ConnectionIcon } from "../../components/icons";
import { paths } from "../../lib/paths";
import { texts } from "../../texts/texts";
import classes from "./hints.module.css";
import { connectionQuery } from "./queries";

interface NotConnectedHintProps {
  organizationId: string;
  canConnect: boolean;
}

/** Says where records would go, as long as there is no such place. */
export function NotConnectedHint({ organizationId, canConnect }: NotConnectedHintProps) {
  const { data: connection } = useQuery(connectionQuery(organizationId));
  if (connection !== null) {
    return null;
  }
  return (
    <Alert
      className={classes.hint}
      icon={<ConnectionIcon size={18} />}
      title={texts.connection.hintTitle}
    >
      {texts.connection.hintText}{" "}
      {canConnect ? (
        <Anchor component={Link} to={paths.connection(organizationId)} className={classes.link}>
          {texts.connection.hintLink}
        </Anchor>
      ) : (
        texts.connection.hintForOthers
      )}
    </Alert>
  );
}
