import { ForgotPasswordForm } from "../../features/identity/forgot-password-form";
import { texts } from "../../texts/texts";

export function Component() {
  return (
    <>
      <title>{texts.common.pageTitle(texts.forgotPassword.pageTitle)}</title>
      <ForgotPasswordForm />
    </>
  );
}
