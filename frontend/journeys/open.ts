import { type BrowserContext, expect, type Page } from "@playwright/test";
import { type ExamplePage, pages } from "./pages";
import { stack } from "./stack";
import { signIn } from "./test";

/** Signs in whom a page is for. */
export async function signInFor(shown: ExamplePage, context: BrowserContext) {
  const { owner, support } = stack().example;
  if (shown.as === "owner") {
    await signIn(context, owner);
  }
  if (shown.as === "support") {
    // Each code is good once.
    const code =
      support.recoveryCodes[pages.filter((page) => page.as === "support").indexOf(shown)];
    await signIn(context, { email: support.email, password: support.password, code });
  }
}

export async function open(page: Page, { address, shows }: ExamplePage) {
  await page.goto(address(stack().example));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(shows).first()).toBeVisible();
}
