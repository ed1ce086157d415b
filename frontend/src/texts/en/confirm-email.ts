export const confirmEmail = {
  title: "Confirm your e-mail address",
  text: "You sign in to Inlet with it from then on.",
  submit: "Confirm this address",
  doneTitle: "Your e-mail address is confirmed",
  doneText: "Use it the next time you sign in.",
  goOn: "Continue to Inlet",
};
