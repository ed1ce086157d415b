import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { SignUpForm } from "../../features/identity/sign-up-form";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";

export function Component() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return (
    <>
      <title>{texts.common.pageTitle(pageTexts.signUp.pageTitle)}</title>
      <SignUpForm
        onSignedUp={() => {
          queryClient.clear();
          return navigate(paths.home, { replace: true });
        }}
      />
    </>
  );
}
