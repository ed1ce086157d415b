export const signIn = {
  title: "Sign in to Inlet",
  pageTitle: "Sign in",
  submit: "Sign in",
  submitCode: "Continue",
  ended: "Your session has ended. Sign in to go on where you were.",
  passwordSet: "Your new password is set. Sign in with it.",
  forgot: "Forgot password?",
  noAccount: "New to Inlet?",
  signUp: "Create an organization",
  codeTitle: "One more step",
  codeText: (email: string) => `You are signing in as ${email}, who has a second factor.`,
  somebodyElse: "Sign in as somebody else",
};
