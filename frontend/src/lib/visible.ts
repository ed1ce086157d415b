/** What turns the direction of the text around it. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** A stranger's text as it is, and not as it would have itself read. */
export function visible(text: string): string {
  return text.replace(
    turning,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
