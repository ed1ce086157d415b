import { HttpResponse, http } from "msw";
import { afterEach, expect, test, vi } from "vitest";
import { server } from "../testing/server";
import { isMissingModule, reloadOnce } from "./missing-module";

afterEach(() => sessionStorage.clear());

const inletAnswers = (status: number) =>
  server.use(http.get("/", () => new HttpResponse(null, { status })));

test.each([
  ["Failed to fetch dynamically imported module: https://inlet.example/assets/a.js", true],
  ["error loading dynamically imported module: https://inlet.example/assets/a.js", true],
  ["Importing a module script failed.", true],
  ["Unable to preload CSS for /assets/a.css", true],
  ["Failed to fetch", false],
])("%s", (message, isMissing) => {
  expect(isMissingModule(new TypeError(message))).toBe(isMissing);
});

test("the page is loaded anew once, and not again and again", async () => {
  inletAnswers(200);
  const reload = vi.fn();

  await reloadOnce(reload);
  await reloadOnce(reload);

  expect(reload).toHaveBeenCalledOnce();
});

test("where nothing answers the page stays", async () => {
  const reload = vi.fn();

  inletAnswers(503);
  await reloadOnce(reload);
  server.use(http.get("/", () => HttpResponse.error()));
  await reloadOnce(reload);

  expect(reload).not.toHaveBeenCalled();
});
