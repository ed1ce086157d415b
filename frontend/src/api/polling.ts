import { asProblem } from "./problem";

/** Asks again and again, but for what took Inlet too long: it would do so again. */
export function every(interval: number) {
  return ({ state }: { state: { error: Error | null } }): number | false =>
    state.error !== null && asProblem(state.error).is("took-too-long") ? false : interval;
}
