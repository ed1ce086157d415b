interface Post {
  url: string;
  contentType: string | undefined;
  body: string | Uint8Array;
}

/** The same for PowerShell. Base64, as it takes even typographic quotes for the end of a text. */
export function asPowerShell({ url, contentType, body }: Post): string {
  const request = [
    "Invoke-WebRequest -UseBasicParsing -Method Post",
    `-Uri ${text(url)}`,
    ...(contentType === undefined ? [] : [`-ContentType ${text(contentType)}`]),
    `-Body ([Convert]::FromBase64String('${base64(bytesOf(body))}'))`,
  ];
  return request.join(" `\n  ");
}

function text(value: string): string {
  return /^[A-Za-z0-9 :/.;=+_-]*$/.test(value)
    ? `'${value}'`
    : `([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${base64(bytesOf(value))}')))`;
}

function bytesOf(value: string | Uint8Array): Uint8Array {
  return typeof value === "string" ? new TextEncoder().encode(value) : value;
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary);
}
