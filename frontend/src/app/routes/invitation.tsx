import { useQueryClient } from "@tanstack/react-query";
import { useLoaderData, useNavigate, useRevalidator } from "react-router";
import { meQuery } from "../../api/me";
import type { MeResponse } from "../../api/schema";
import { IncompleteLink } from "../../features/identity/dead-link";
import { InvitationOffer } from "../../features/identity/invitation-offer";
import { paths } from "../../lib/paths";
import { useLinkToken } from "../../lib/use-link-token";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";

export function Component() {
  const token = useLinkToken();
  const me = useLoaderData<MeResponse | null>();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { revalidate } = useRevalidator();

  const accepted = (organizationId: string) => {
    queryClient.removeQueries(meQuery);
    return navigate(paths.organization(organizationId), { replace: true });
  };
  const signedOut = () => {
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "offer" });
    return revalidate();
  };

  return (
    <>
      <title>{texts.common.pageTitle(pageTexts.invitation.pageTitle)}</title>
      {token === "" ? (
        <IncompleteLink />
      ) : (
        <InvitationOffer
          key={token}
          token={token}
          me={me}
          onAccepted={accepted}
          onSignedOut={signedOut}
        />
      )}
    </>
  );
}
