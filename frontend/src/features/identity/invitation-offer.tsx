import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { asProblem } from "../../api/problem";
import type { MeResponse, OfferResponse } from "../../api/schema";
import { ProblemAlert } from "../../components/problem-alert";
import { asDay } from "../../lib/dates";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";
import { AcceptAsNewUser, AcceptAsUser, SignInToAccept, SignOutFirst } from "./accept-invitation";
import { ExpiredLink } from "./dead-link";
import classes from "./front-form.module.css";
import { offerQuery } from "./queries";

interface InvitationOfferProps {
  token: string;
  /** Who is signed in; null if nobody is. */
  me: MeResponse | null;
  onAccepted: (organizationId: string) => unknown;
  onSignedOut: () => unknown;
}

export function InvitationOffer({ token, me, onAccepted, onSignedOut }: InvitationOfferProps) {
  const { data: offer, error, refetch, isFetching } = useQuery(offerQuery(token));
  if (error !== null && asProblem(error).is("link-expired")) {
    return (
      <ExpiredLink
        text={pageTexts.links.expiredInvitation}
        action={pageTexts.links.signIn}
        to={paths.home}
      />
    );
  }
  if (offer === undefined) {
    return error === null ? (
      <Stack gap="md" aria-busy="true">
        <Skeleton height={22} width="70%" />
        <Skeleton height={14} />
        <Skeleton height={132} />
        <span hidden>{texts.common.loading}</span>
      </Stack>
    ) : (
      <ProblemAlert
        title={pageTexts.invitation.loadFailed}
        error={error}
        onRetry={refetch}
        isRetrying={isFetching}
      />
    );
  }
  const accepted = () => onAccepted(offer.organizationId);
  return (
    <section>
      <h1 className={classes.title}>{pageTexts.invitation.title(offer.organizationName)}</h1>
      <p className={classes.text}>{pageTexts.invitation.text(offer.invitedBy)}</p>
      <OfferFacts offer={offer} />
      <Acceptance
        token={token}
        offer={offer}
        me={me}
        onAccepted={accepted}
        onSignedOut={onSignedOut}
      />
    </section>
  );
}

function OfferFacts({ offer }: { offer: OfferResponse }) {
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{pageTexts.invitation.role}</dt>
        <dd>{texts.roles[offer.role]}</dd>
      </div>
      <div>
        <dt>{pageTexts.invitation.email}</dt>
        <dd>{offer.email}</dd>
      </div>
      <div>
        <dt>{pageTexts.invitation.expires}</dt>
        <dd>{asDay(offer.expiresAt)}</dd>
      </div>
    </dl>
  );
}

interface AcceptanceProps {
  token: string;
  offer: OfferResponse;
  me: MeResponse | null;
  onAccepted: () => unknown;
  onSignedOut: () => unknown;
}

function Acceptance({ token, offer, me, onAccepted, onSignedOut }: AcceptanceProps) {
  if (me === null) {
    return offer.hasAccount ? (
      <SignInToAccept token={token} email={offer.email} onAccepted={onAccepted} />
    ) : (
      <AcceptAsNewUser token={token} email={offer.email} onAccepted={onAccepted} />
    );
  }
  return me.email === offer.email ? (
    <AcceptAsUser token={token} me={me} onAccepted={onAccepted} />
  ) : (
    <SignOutFirst invited={offer.email} me={me} onSignedOut={onSignedOut} />
  );
}
