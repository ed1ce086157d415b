import { expect } from "@playwright/test";
import { paths } from "../src/lib/paths";
import { linkIn, password } from "./example";
import { operate, stack } from "./stack";
import { signIn, test } from "./test";
import { totp } from "./totp";

test("support staff see a payload for a reason, and the organization reads it", async ({
  page,
  elsewhere,
}) => {
  const { owner, organizationId, rejectedId } = stack().example;
  const email = "sam.osei@inlet.example";
  await page.goto(linkIn(await operate(stack(), "create-support-user", email, "Sam Osei")));
  await page.getByLabel("New password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();

  await page.getByRole("link", { name: "Go to your account" }).click();
  await page.getByRole("button", { name: "Set up" }).click();
  const setUp = page.getByRole("region", { name: "Second factor" });
  await setUp.getByLabel("Password", { exact: true }).fill(password);
  await setUp.getByRole("button", { name: "Continue" }).click();
  const secret = await setUp.getByRole("group", { name: /Type this key/ }).innerText();
  await setUp.getByLabel("Code of your authenticator app").fill(totp(secret));
  await setUp.getByRole("button", { name: "Turn on" }).click();
  await expect(setUp.getByRole("list", { name: "Recovery codes" })).toBeVisible();
  await setUp.getByRole("button", { name: "I have stored them" }).click();

  await page.getByRole("link", { name: "Back to the support console" }).click();
  await page.getByRole("link", { name: "Organizations" }).click();
  await page.getByRole("link", { name: "Harborview Nurses Association" }).click();
  await page.getByRole("link", { name: "Its deliveries" }).click();
  await page
    .getByRole("row", { name: /Rejected/ })
    .first()
    .waitFor();
  await page.goto(paths.supportDelivery(organizationId, rejectedId));
  await expect(page.getByText("This delivery is masked")).toBeVisible();
  await expect(page.getByText("Marge")).toHaveCount(0);

  await page.getByRole("button", { name: "Reveal" }).click();
  await page.getByLabel("Why do you need to see it?").fill("The customer asked, ticket 4711");
  await page.getByRole("button", { name: "Reveal the delivery" }).click();
  await expect(page.getByText("Marge").first()).toBeVisible();

  await signIn(elsewhere, owner);
  await elsewhere.goto(`/o/${organizationId}/audit`);
  const event = elsewhere.getByRole("row", {
    name: /Support staff .* revealed a delivery/,
  });
  await expect(event).toContainText("“The customer asked, ticket 4711”");
});
