import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";
import { SignInForm } from "../../features/identity/sign-in-form";
import { pathAfterSignIn } from "../../lib/paths";
import { texts } from "../../texts/texts";
import classes from "./sign-in.module.css";

export function Component() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const state: unknown = useLocation().state;
  const hasEnded = typeof state === "object" && state !== null && "ended" in state;

  // What is still in memory belongs to whoever was signed in before.
  useEffect(() => queryClient.clear(), [queryClient]);

  return (
    <main className={classes.root}>
      <title>{texts.common.pageTitle(texts.signIn.pageTitle)}</title>
      <div className={classes.column}>
        <p className={classes.brand}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
          {texts.product}
        </p>
        <SignInForm
          hasEnded={hasEnded}
          onSignedIn={() => navigate(pathAfterSignIn(search.get("from")), { replace: true })}
        />
      </div>
    </main>
  );
}
