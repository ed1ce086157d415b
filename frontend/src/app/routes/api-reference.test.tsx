import { screen, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { expect, test } from "vitest";
import type { Contract } from "../../api/contract";
import { paths } from "../../lib/paths";
import { renderApp } from "../../testing/render-app";
import { server } from "../../testing/server";

const contract: Contract = {
  paths: {
    "/api/things/{id}": {
      put: {
        operationId: "renameThing",
        tags: ["Things"],
        summary: "Renames a thing.",
        description: "Renames a thing. Its `id` stays.",
        deprecated: true,
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } },
          { name: "quietly", in: "query", schema: { type: "boolean" } },
        ],
        requestBody: {
          content: { "application/json": { schema: { type: "object" }, example: { name: "x" } } },
        },
        responses: { "204": { description: "No Content" } },
      },
    },
  },
  components: { schemas: {}, responses: {} },
};

test("an operation is tried with what is typed in, and with nothing else", async () => {
  const asked: Request[] = [];
  server.use(
    http.get("*/openapi.json", () => HttpResponse.json(contract)),
    http.put("*/api/things/:id", async ({ request }) => {
      asked.push(request.clone());
      return HttpResponse.json({ type: "urn:inlet:problem:not-found" }, { status: 404 });
    }),
  );
  const { user } = renderApp(paths.apiReference);
  await user.click(await screen.findByText("Renames a thing."));

  expect(screen.getByText("Deprecated")).toBeVisible();
  expect(screen.getByText("id", { selector: "p code" })).toBeVisible();
  expect(screen.queryByText(/`/)).not.toBeInTheDocument();
  await user.type(screen.getByLabelText("API key or access token"), " a key ");
  await user.type(screen.getByRole("textbox", { name: /^id/ }), "a/b");
  await user.type(screen.getByRole("textbox", { name: "quietly" }), "true");
  await user.click(screen.getByRole("button", { name: "Send" }));

  expect(await screen.findByText("Answered 404")).toBeVisible();
  expect(
    within(screen.getByRole("group", { name: "What was answered" })).getByText(/not-found/),
  ).toBeVisible();
  const request = asked[0] as Request;
  expect(new URL(request.url).pathname).toBe("/api/things/a%2Fb");
  expect(new URL(request.url).search).toBe("?quietly=true");
  expect(request.headers.get("Authorization")).toBe("Bearer a key");
  expect(request.credentials).toBe("omit");
  expect(await request.json()).toEqual({ name: "x" });
});
