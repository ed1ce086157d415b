import { expect, test } from "vitest";
import { asPowerShell } from "./power-shell";

const url = "https://inlet.example.org/hooks/northwind/k3Jx9";

test("posts the body and its content type to the URL", () => {
  expect(asPowerShell({ url, contentType: "application/json", body: "{}" })).toBe(
    `Invoke-WebRequest -UseBasicParsing -Method Post \`
  -Uri '${url}' \`
  -ContentType 'application/json' \`
  -Body ([Convert]::FromBase64String('e30='))`,
  );
});

test.each(["'; calc #", "’; calc #", '"$(calc)', "\ncalc\n", "ünïcödé 🎉"])(
  "nothing of what a stranger wrote stands in it as a text: %j",
  (written) => {
    const command = asPowerShell({ url, contentType: written, body: written });

    expect(command).not.toContain(written);
    expect(command.replaceAll(/FromBase64String\('[A-Za-z0-9+/=]*'\)/g, "")).not.toMatch(/calc|’/);
    const [, last = ""] = /-Body .*'([^']*)'/.exec(command) ?? [];
    expect(new TextDecoder().decode(Uint8Array.from(atob(last), (c) => c.charCodeAt(0)))).toBe(
      written,
    );
  },
);

test("a body that came without a content type goes without one", () => {
  expect(asPowerShell({ url, contentType: undefined, body: "{}" })).not.toContain("ContentType");
});
