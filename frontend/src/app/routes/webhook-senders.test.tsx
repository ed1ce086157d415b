import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { VerificationResponse } from "../../api/schema";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aWebhook, northwind } from "../../testing/fixtures";
import { invalid, problem } from "../../testing/problem";
import { renderApp } from "../../testing/render-app";
import { theUrls } from "../../testing/sender-answers";

const webhook = aWebhook({ id: "w1", name: "Orders" });
const address = paths.webhookSenders(northwind.organizationId, webhook.id);
const path = `/organizations/:organizationId/webhooks/:webhookId`;

const open: VerificationResponse = { scheme: "NONE", networks: [] };
const github: VerificationResponse = {
  scheme: "GITHUB",
  secretSetAt: "2026-11-20T15:00:00Z",
  networks: ["203.0.113.0/24"],
};
const urls = theUrls({ oldUrl: null });

class Senders {
  stored = open;
  urls = urls;
  readonly sent: unknown[] = [];
  readonly backend = new Backend();

  constructor() {
    const { backend } = this;
    backend.webhooks = [webhook];
    backend.answers("get", `${path}/verification`, () => this.stored);
    backend.answers("get", `${path}/url`, () => this.urls);
    backend.answers("put", `${path}/verification`, ({ body }) => {
      this.sent.push(body);
      const { secret, overlapHours: _, ...settings } = body;
      this.stored = {
        ...this.stored,
        ...settings,
        ...(secret !== undefined && { secretSetAt: "2026-11-21T15:00:00Z" }),
      };
      return this.stored;
    });
  }
}

async function choose(user: ReturnType<typeof renderApp>["user"], label: string, option: string) {
  await user.click(await screen.findByRole("combobox", { name: label }));
  await user.click(await screen.findByRole("option", { name: option }));
}

test("asks a sender by its name for nothing but the secret", async () => {
  const senders = new Senders();
  const { user } = renderApp(address);

  await choose(user, "Sender", "Typeform");
  expect(screen.getByLabelText("Header")).toHaveValue("Typeform-Signature");
  await user.type(screen.getByLabelText("Secret"), "a secret of a sender");
  await user.click(screen.getByRole("button", { name: "Save" }));

  expect(await screen.findByText(/Saved/)).toBeVisible();
  expect(senders.sent).toEqual([
    {
      scheme: "HMAC",
      header: "Typeform-Signature",
      algorithm: "SHA256",
      encoding: "BASE64",
      prefix: "sha256=",
      secret: "a secret of a sender",
      overlapHours: 48,
      networks: [],
    },
  ]);
  expect(screen.getByText(/Set on/)).toBeVisible();
  expect(document.body).not.toHaveTextContent("a secret of a sender");
  expect(screen.getByRole("combobox", { name: "Sender" })).toHaveValue("Typeform");
});

test("keeps the stored secret while something else is changed", async () => {
  const senders = new Senders();
  senders.stored = github;
  const { user } = renderApp(address);

  const networks = await screen.findByLabelText("Addresses and networks");
  expect(networks).toHaveValue("203.0.113.0/24");
  await user.type(networks, "\n2001:db8::/32, 198.51.100.7");
  await user.click(screen.getByRole("button", { name: "Save" }));

  expect(await screen.findByText(/Saved/)).toBeVisible();
  expect(senders.sent).toEqual([
    { scheme: "GITHUB", networks: ["203.0.113.0/24", "2001:db8::/32", "198.51.100.7"] },
  ]);
});

test("replaces a secret with an overlap", async () => {
  const senders = new Senders();
  senders.stored = github;
  const { user } = renderApp(address);

  await user.click(await screen.findByRole("button", { name: "Change" }));
  await choose(user, "The old secret counts for", "1 week");
  await user.type(screen.getByLabelText("Secret"), "another secret");
  await user.click(screen.getByRole("button", { name: "Save" }));

  expect(await screen.findByText(/Saved/)).toBeVisible();
  expect(senders.sent).toEqual([
    {
      scheme: "GITHUB",
      secret: "another secret",
      overlapHours: 168,
      networks: ["203.0.113.0/24"],
    },
  ]);
});

test("says what is missing and what the API refuses", async () => {
  const senders = new Senders();
  senders.backend.answers("put", `${path}/verification`, () =>
    invalid({ secret: "A secret has 8 to 500 characters." }),
  );
  const { user } = renderApp(address);

  await choose(user, "Sender", "Stripe");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Give the secret.")).toBeVisible();
  await user.type(screen.getByLabelText("Secret"), "short");
  await user.click(screen.getByRole("button", { name: "Save" }));

  expect(await screen.findByText("A secret has 8 to 500 characters.")).toBeVisible();
});

test("ends an old secret early, after asking", async () => {
  const senders = new Senders();
  senders.stored = { ...github, oldSecretUntil: "2099-11-22T15:00:00Z" };
  senders.backend.answers("delete", `${path}/verification/old-secret`, () => github);
  const { user } = renderApp(address);

  expect(await screen.findByText(/The secret before counts, too, until/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "End it now" }));
  await user.click(await screen.findByRole("button", { name: "End the old secret" }));

  await expect
    .poll(() => screen.queryByText(/The secret before counts, too, until/))
    .not.toBeInTheDocument();
});

test("gives the webhook a new URL and tells of the old one", async () => {
  const senders = new Senders();
  const asked: unknown[] = [];
  senders.backend.answers("post", `${path}/url`, ({ body }) => {
    asked.push(body);
    return {
      url: "https://inlet.example/hooks/n/newer",
      oldUrl: { url: urls.url, endsAt: "2099-11-22T15:00:00Z", lastUsedAt: null },
    };
  });
  const { user } = renderApp(address);

  await user.click(await screen.findByRole("button", { name: "New URL" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("combobox", { name: "The old URL works for" }));
  await user.click(await screen.findByRole("option", { name: "1 day" }));
  await user.click(within(dialog).getByRole("button", { name: "Make a new URL" }));

  expect(await screen.findByText("https://inlet.example/hooks/n/newer")).toBeVisible();
  expect(asked).toEqual([{ overlapHours: 24 }]);
  expect(screen.getByText(urls.url)).toBeVisible();
  expect(screen.getByText(/Nothing came by it/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "New URL" })).not.toBeInTheDocument();
});

test("tells when the old URL was used last, and ends it", async () => {
  const senders = new Senders();
  senders.urls = theUrls();
  senders.backend.answers("delete", `${path}/url/old`, () => urls);
  const { user } = renderApp(address);

  expect(await screen.findByText(/A delivery came by it last/)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "End it now" }));
  await user.click(await screen.findByRole("button", { name: "End the old URL" }));

  expect(await screen.findByRole("button", { name: "New URL" })).toBeVisible();
});

test("says that a webhook is missing", async () => {
  const senders = new Senders();
  senders.backend.answers("get", `${path}/verification`, () =>
    problem(404, "not-found", "There is no such thing"),
  );
  renderApp(address);

  expect(await screen.findByText("There is no such webhook")).toBeVisible();
});
