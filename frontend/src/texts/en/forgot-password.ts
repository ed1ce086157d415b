export const forgotPassword = {
  title: "Forgot your password?",
  pageTitle: "Forgot password",
  text: "Give the address you sign in with. We send you a link to set a new password.",
  submit: "Send the link",
  impossibleTitle: "No link can be sent",
  sentTitle: "Check your e-mail",
  sentText: (email: string) =>
    `If there is an account for ${email}, a link is on its way. It is good for an hour.`,
  sentHint:
    "Nothing there after some minutes? Look into the spam folder, or ask an admin of your organization.",
  back: "Back to signing in",
};
