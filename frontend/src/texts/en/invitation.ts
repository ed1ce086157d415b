export const invitation = {
  pageTitle: "Invitation",
  title: (organization: string) => `Join ${organization}`,
  text: (invitedBy: string) => `${invitedBy} invites you to work in this organization on Inlet.`,
  role: "Your role",
  email: "For",
  expires: "Good until",
  accept: "Accept invitation",
  signInAndAccept: "Sign in and accept",
  hasAccount: "You have an account with this address. Sign in to accept.",
  newAccount: "Accepting also creates your account.",
  signedInAs: (email: string) => `You are signed in as ${email}.`,
  otherUser: (invited: string, signedIn: string) =>
    `This invitation is for ${invited}, but you are signed in as ${signedIn}. Sign out to accept it.`,
  signOut: "Sign out",
  loadFailed: "The invitation could not be loaded",
};
