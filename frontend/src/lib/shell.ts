/**
 * Texts of strangers in commands that people paste into terminals. What stands in single quotes is what every shell takes
 * as it is, also one that it was not meant for; all else is written as numbers, which no shell acts on.
 */

const kept = /^[A-Za-z0-9 {}[\]":,._/+=@();*?#~$`-]$/;
const plain = /^[A-Za-z0-9 {}[\]":,._/+=@();*?#~$`-]*$/;
const plainLines = /^[A-Za-z0-9 \n{}[\]":,._/+=@();*?#~$`-]*$/;

/** Whether it can stand in single quotes in any shell. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

/** The same of a text with several lines, each of which cmd.exe would take for a command. */
export function isPlainLines(text: string): boolean {
  return plainLines.test(text);
}

/** A command that writes exactly these bytes, in any POSIX shell: `$'…'` is not known to all of them. */
export function printed(bytes: Uint8Array): string {
  let written = "";
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    written += kept.test(character) ? character : `\\0${byte.toString(8).padStart(3, "0")}`;
  }
  return `printf '%b' '${written}'`;
}

/** One argument of a command; a text's last line breaks would be lost. */
export function argument(text: string): string {
  return isPlain(text) ? `'${text}'` : `"$(${printed(new TextEncoder().encode(text))})"`;
}
