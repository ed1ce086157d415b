interface Post {
  url: string;
  contentType: string | undefined;
  body: string;
}

/** Whether a shell can be given the text at all: no argument holds a NUL. */
export function canBeTyped(body: string): boolean {
  return !body.includes("\0");
}

/** A command for a POSIX-like shell (bash, zsh) that posts the body as it was received. */
export function asCurl({ url, contentType, body }: Post): string {
  // Without a value curl sends none; left out altogether, it would send one of its own.
  const header = contentType === undefined ? "Content-Type:" : `Content-Type: ${contentType}`;
  // Not --data-binary, which takes a body that begins with @ for the name of a file.
  return [`curl -X POST ${quoted(url)}`, `-H ${quoted(header)}`, `--data-raw ${quoted(body)}`].join(
    " \\\n  ",
  );
}

// A stranger wrote the body: what a terminal would act on while it is pasted must not be in it raw.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0001-\u0009\u000b-\u001f\u007f-\u009f]/;
const unsafe = new RegExp(`${controls.source}|[\\\\'\\n]`, "g");

function quoted(text: string): string {
  return controls.test(text)
    ? `$'${text.replace(unsafe, escaped)}'`
    : `'${text.replaceAll("'", "'\\''")}'`;
}

function escaped(character: string): string {
  if (character === "\\" || character === "'") {
    return `\\${character}`;
  }
  const bytes = [...new TextEncoder().encode(character)];
  return bytes.map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
}
