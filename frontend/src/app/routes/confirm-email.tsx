import { useQueryClient } from "@tanstack/react-query";
import { meQuery } from "../../api/me";
import { ConfirmEmailForm } from "../../features/identity/confirm-email-form";
import { IncompleteLink } from "../../features/identity/dead-link";
import { useLinkToken } from "../../lib/use-link-token";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";

export function Component() {
  const token = useLinkToken();
  const queryClient = useQueryClient();
  return (
    <>
      <title>{texts.common.pageTitle(pageTexts.confirmEmail.title)}</title>
      {token === "" ? (
        <IncompleteLink />
      ) : (
        <ConfirmEmailForm
          key={token}
          token={token}
          onConfirmed={() => queryClient.removeQueries(meQuery)}
        />
      )}
    </>
  );
}
