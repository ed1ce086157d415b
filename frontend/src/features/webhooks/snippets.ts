import { asCurl } from "../../lib/curl";

/** What a language is called, and how it posts a sample to a webhook. */
export interface Snippet {
  language: string;
  code: string;
}

/** A call of the webhook in the languages that senders are mostly written in. */
export function snippetsFor(url: string, payload: string): Snippet[] {
  return [
    { language: "curl", code: asCurl({ url, contentType: "application/json", body: payload }) },
    { language: "JavaScript", code: javaScript(url, payload) },
    { language: "Python", code: python(url, payload) },
    { language: "C#", code: cSharp(url, payload) },
    { language: "PHP", code: php(url, payload) },
  ];
}

function javaScript(url: string, payload: string): string {
  return `const response = await fetch(${JSON.stringify(url)}, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(${indented(payload, "  ")}),
});
const answer = await response.json();
if (!response.ok) {
  throw new Error(\`\${response.status}: \${JSON.stringify(answer)}\`);
}`;
}

function python(url: string, payload: string): string {
  return `import json
import urllib.error
import urllib.request

payload = json.loads(${pythonQuoted(payload)})
request = urllib.request.Request(
    ${JSON.stringify(url)},
    data=json.dumps(payload).encode(),
    headers={"Content-Type": "application/json"},
)
try:
    with urllib.request.urlopen(request, timeout=30) as response:
        print(response.status, response.read().decode())
except urllib.error.HTTPError as error:
    print(error.code, error.read().decode())`;
}

function cSharp(url: string, payload: string): string {
  // Raw strings end at their quotes, so there must be more of those than the text has in a row.
  const longest = Math.max(2, ...(payload.match(/"+/g) ?? []).map(({ length }) => length));
  const quotes = '"'.repeat(longest + 1);
  return `using System.Text;

using var http = new HttpClient();
var payload = ${quotes}
${indented(payload, "", "    ")}
    ${quotes};
var content = new StringContent(payload, Encoding.UTF8, "application/json");
var response = await http.PostAsync(${JSON.stringify(url)}, content);
Console.WriteLine($"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");`;
}

function php(url: string, payload: string): string {
  return `<?php
$payload = ${phpQuoted(payload)};
$request = curl_init(${phpQuoted(url)});
curl_setopt_array($request, [
    CURLOPT_POST => true,
    CURLOPT_POSTFIELDS => $payload,
    CURLOPT_HTTPHEADER => ['Content-Type: application/json'],
    CURLOPT_RETURNTRANSFER => true,
]);
$answer = curl_exec($request);
echo curl_getinfo($request, CURLINFO_RESPONSE_CODE), ' ', $answer;`;
}

function indented(text: string, further: string, first = ""): string {
  return text
    .split("\n")
    .map((line, index) => (index === 0 ? first : first || further) + line)
    .join("\n");
}

/** A literal over several lines; JSON's backslashes are doubled so that Python hands them on. */
function pythonQuoted(text: string): string {
  return `'''${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'''`;
}

function phpQuoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
