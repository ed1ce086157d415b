import { useNavigate } from "react-router";
import { IncompleteLink } from "../../features/identity/dead-link";
import { SetPasswordForm } from "../../features/identity/set-password-form";
import { paths } from "../../lib/paths";
import { useLinkToken } from "../../lib/use-link-token";
import { texts } from "../../texts/texts";

export function Component() {
  const token = useLinkToken();
  const navigate = useNavigate();
  return (
    <>
      <title>{texts.common.pageTitle(texts.setPassword.title)}</title>
      {token === "" ? (
        <IncompleteLink />
      ) : (
        <SetPasswordForm
          key={token}
          token={token}
          onSet={() => navigate(paths.signIn(), { replace: true, state: { passwordSet: true } })}
        />
      )}
    </>
  );
}
