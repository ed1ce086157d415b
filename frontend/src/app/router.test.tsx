import { matchRoutes, type RouteObject } from "react-router";
import { expect, test } from "vitest";
import { pages } from "../../journeys/pages";
import { createQueryClient } from "./query-client";
import { appRoutes } from "./router";

const example = {
  owner: { email: "", password: "" },
  support: { email: "", password: "", recoveryCodes: [] },
  organizationId: "organization",
  webhookId: "webhook",
  succeededId: "succeeded",
  rejectedId: "rejected",
  batchId: "batch",
  invitationLink: "http://localhost/invitation#token",
};

/** What is shown to somebody at an address of its own, however deep it lies. */
function shownBy(routes: RouteObject[]): RouteObject[] {
  return routes.flatMap((route) =>
    route.children ? shownBy(route.children) : route.lazy && route.path ? [route] : [],
  );
}

test("the browser journeys visit every page", () => {
  const routes = appRoutes(createQueryClient());
  const visited = pages.map(({ address }) => {
    const { pathname } = new URL(address(example), "http://localhost");
    return matchRoutes(routes, pathname)?.at(-1)?.route;
  });

  const shown = shownBy(routes);
  expect(shown.length).toBeGreaterThan(20);
  expect(shown.filter((route) => !visited.includes(route)).map(({ path }) => path)).toEqual([]);
});
