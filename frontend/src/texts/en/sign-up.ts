export const signUp = {
  title: "Create your organization",
  pageTitle: "Sign up",
  text: "You become its owner and can invite your colleagues right after.",
  submit: "Create organization",
  hasAccount: "Have an account already?",
  signIn: "Sign in",
};
