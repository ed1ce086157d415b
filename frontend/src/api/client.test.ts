import { expect, test } from "vitest";
import { Backend } from "../testing/backend";
import { northwind } from "../testing/fixtures";
import { client, read } from "./client";
import { session } from "./session";

const { organizationId } = northwind;

function listWebhooks() {
  return read(
    client.GET("/api/organizations/{organizationId}/webhooks", {
      params: { path: { organizationId } },
    }),
  );
}

test("an expired access token is refreshed once for many requests", async () => {
  const backend = new Backend();
  await session.resume();
  backend.expireAccessToken();
  const before = backend.refreshes;

  const pages = await Promise.all([listWebhooks(), listWebhooks(), listWebhooks(), listWebhooks()]);

  expect(pages).toHaveLength(4);
  expect(backend.refreshes - before).toBe(1);
});

test("a session that is over ends once and says why", async () => {
  const backend = new Backend();
  await session.resume();
  const ends: string[] = [];
  session.onEnd((why) => ends.push(why));
  backend.endSession();

  const results = await Promise.allSettled([listWebhooks(), listWebhooks()]);

  expect(results.map((result) => result.status)).toEqual(["rejected", "rejected"]);
  expect(ends).toEqual(["expired"]);
});

test("a failing backend does not end the session", async () => {
  const backend = new Backend();
  await session.resume();
  backend.breakDown();

  await expect(listWebhooks()).rejects.toThrow(
    "Inlet cannot do this right now; try again in a moment.",
  );
  expect(session.token()).toBeDefined();
});

test("a page of one user never goes on with the session of another", async () => {
  const backend = new Backend();
  session.begin(tokenOf("grace"));
  const ends: string[] = [];
  session.onEnd((why) => ends.push(why));
  backend.openly("post", "/auth/refresh", () => tokenOf("grace"));
  expect(await session.refresh()).toBe(true);

  backend.openly("post", "/auth/refresh", () => tokenOf("somebody-else"));

  expect(await session.refresh()).toBe(false);
  expect(session.token()).toBeUndefined();
  expect(ends).toEqual(["expired"]);
});

function tokenOf(sub: string) {
  const access_token = `e30.${btoa(JSON.stringify({ sub }))}.x`;
  return { access_token, token_type: "Bearer", expires_in: 600 };
}
