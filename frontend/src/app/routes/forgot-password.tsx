import { ForgotPasswordForm } from "../../features/identity/forgot-password-form";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";

export function Component() {
  return (
    <>
      <title>{texts.common.pageTitle(pageTexts.forgotPassword.pageTitle)}</title>
      <ForgotPasswordForm />
    </>
  );
}
