import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { ExactTime } from "../../components/exact-time";
import { AlertIcon } from "../../components/icons";
import { asMinute } from "../../lib/dates";
import { paths } from "../../lib/paths";
import { texts } from "../../texts/texts";
import classes from "./hints.module.css";
import { connectionQuery } from "./queries";

interface FailingBannerProps {
  organizationId: string;
  canMend: boolean;
}

/** Stands on every page of an organization while its iMIS refuses the credentials. */
export function FailingBanner({ organizationId, canMend }: FailingBannerProps) {
  const { data: connection } = useQuery({
    ...connectionQuery(organizationId),
    refetchInterval: 60_000,
  });
  const since = connection?.credentialsFailingSince;
  if (!since) {
    return null;
  }
  return (
    <div role="alert" className={classes.banner}>
      <AlertIcon size={18} />
      <p className={classes.bannerText}>
        <strong>{texts.connection.failingTitle}</strong>{" "}
        <ExactTime
          instant={since}
          format={(instant) => texts.connection.failingSince(asMinute(instant))}
        />
      </p>
      <Anchor component={Link} to={paths.connection(organizationId)} className={classes.link}>
        {canMend ? texts.connection.failingLink : texts.connection.failingLinkForOthers}
      </Anchor>
    </div>
  );
}
