import { Anchor } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link, useLocation, useNavigate, useSearchParams } from "react-router";
import classes from "../../features/identity/front-form.module.css";
import { SignInForm } from "../../features/identity/sign-in-form";
import { pathAfterSignIn, paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";

/** What a page may have to say that leads here, in the state of the navigation. */
const notices = { ended: pageTexts.signIn.ended, passwordSet: pageTexts.signIn.passwordSet };

export function Component() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const notice = noticeOf(useLocation().state);

  // What is still in memory belongs to whoever was signed in before.
  useEffect(() => queryClient.clear(), [queryClient]);

  return (
    <>
      <title>{texts.common.pageTitle(pageTexts.signIn.pageTitle)}</title>
      <SignInForm
        notice={notice}
        onSignedIn={() => navigate(pathAfterSignIn(search.get("from")), { replace: true })}
      >
        <h1 className={classes.title}>{pageTexts.signIn.title}</h1>
      </SignInForm>
      <p className={classes.foot}>
        {pageTexts.signIn.noAccount}
        <Anchor component={Link} to={paths.signUp}>
          {pageTexts.signIn.signUp}
        </Anchor>
      </p>
    </>
  );
}

function noticeOf(state: unknown): string | undefined {
  if (typeof state !== "object" || state === null) {
    return undefined;
  }
  return Object.entries(notices).find(([name]) => name in state)?.[1];
}
