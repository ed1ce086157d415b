import { argument, isPlain, isPlainLines, printed } from "./shell";

interface Post {
  url: string;
  contentType: string | undefined;
  body: string | Uint8Array;
  /** Whether somebody wrote the body whom nobody knows: then none of its lines stands alone. */
  isOfStranger?: boolean;
}

/** No longer argument can be given to a program. */
const argumentMax = 100_000;

/** A command for any POSIX shell, as macOS and Linux have, that posts the body as it was received. */
export function asCurl({ url, contentType, body, isOfStranger = false }: Post): string {
  // Without a value curl sends none; left out altogether, it would send one of its own.
  const header = contentType === undefined ? "Content-Type:" : `Content-Type: ${contentType}`;
  const command = [`curl -X POST ${argument(url)}`, `-H ${argument(header)}`];
  const isReadable = isOfStranger ? isPlain : isPlainLines;
  if (typeof body === "string" && body.length <= argumentMax && isReadable(body)) {
    // Not --data-binary, which takes a body that begins with @ for the name of a file.
    return [...command, `--data-raw '${body}'`].join(" \\\n  ");
  }
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return `${printed(bytes)} |\n  ${[...command, "--data-binary @-"].join(" \\\n  ")}`;
}
