export const links = {
  incompleteTitle: "This link is not complete",
  incompleteText:
    "Open the link from the e-mail once more. If your e-mail program cuts it in two, copy all of it into the address bar.",
  expiredTitle: "This link is not good any more",
  expiredPassword: "It was used, replaced by a newer one, or is older than an hour.",
  newPasswordLink: "Send me a new link",
  expiredEmail:
    "It was used, replaced by a newer one, or is older than a day. Change the address in your account again to get a new link.",
  toAccount: "Go to your account",
  expiredInvitation:
    "It was accepted, revoked, or is too old. If you have joined already, just sign in; otherwise ask whoever invited you to send the invitation again.",
  signIn: "Sign in",
  toSignIn: "Back to signing in",
};
