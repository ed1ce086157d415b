export const demanded = {
  title: "Set up a second factor first",
  text: (name: string) =>
    `${name} lets nobody work in it with a password alone. Set up a second factor in your account; after that you can go on here at once.`,
  setUp: "Go to your account",
};
