import { useState } from "react";
import type { Draft } from "./draft";

/** The last payload of which a preview or a test said that it goes into a record. */
export function useTried(draft: Draft) {
  const [tried, setTried] = useState<{ payloadText: string; definition: string }>();
  const definition = definitionOf(draft);
  return {
    /** Undefined if what it was tried on has changed since. */
    payloadText: tried?.definition === definition ? tried.payloadText : undefined,
    note: (payloadText: string) => setTried({ payloadText, definition }),
  };
}

function definitionOf({ schemaText, actionType, panel, values }: Draft): string {
  return JSON.stringify([schemaText, actionType, panel, values]);
}
