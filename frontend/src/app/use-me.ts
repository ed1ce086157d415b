import { useRouteLoaderData } from "react-router";
import type { MeResponse } from "../api/schema";

export const userRoute = "user";

/** Who is signed in; only for pages under the route that sees to it. */
export function useMe(): MeResponse {
  const me = useRouteLoaderData<MeResponse>(userRoute);
  if (me === undefined) {
    throw new Error("This page is not under the route that loads the user");
  }
  return me;
}
