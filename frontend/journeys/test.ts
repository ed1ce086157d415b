import { test as base, type Page } from "@playwright/test";
import { stack } from "./stack";
import { Watch } from "./watch";

interface Fixtures {
  /** Whatever goes wrong in a page although nobody sees it. */
  watch: Watch;
  /** A page in somebody else's browser. */
  elsewhere: Page;
}

/** Each test has a browser of its own, signed in as nobody, on the one running trial. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture uses.
  baseURL: async ({}, use) => use(stack().url),
  watch: [
    async ({ context }, use) => {
      const watch = new Watch(stack().url);
      watch.over(context);
      await use(watch);
      watch.expectNothing();
    },
    { auto: true },
  ],
  elsewhere: async ({ browser, watch }, use) => {
    const context = await browser.newContext({ baseURL: stack().url });
    watch.over(context);
    await use(await context.newPage());
    await context.close();
  },
});

/** Signs in without showing it. */
export async function signIn(
  { request }: Pick<Page, "request">,
  body: { email: string; password: string; code?: string | undefined },
) {
  const answer = await request.post("/api/auth/login", { data: body });
  if (!answer.ok()) {
    throw new Error(`Signing in as ${body.email} was answered ${answer.status()}`);
  }
}
