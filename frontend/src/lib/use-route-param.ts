import { useParams } from "react-router";

/** A parameter that the route's own path promises. */
export function useRouteParam(name: string): string {
  const value = useParams()[name];
  if (value === undefined) {
    throw new Error(`The route has no parameter ${name}`);
  }
  return value;
}
