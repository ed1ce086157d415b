/** A language that marks what it says, so that what it does not say is seen. */
export function marked<T>(texts: T): T {
  return mark(texts) as T;
}

const opening = "⟦";
const closing = "⟧";

function mark(text: unknown): unknown {
  if (typeof text === "string") {
    return text === "" ? text : opening + text + closing;
  }
  if (typeof text === "function") {
    return (...given: unknown[]) => mark(text(...given));
  }
  if (Array.isArray(text)) {
    return text.map(mark);
  }
  if (text instanceof Map) {
    return new Map([...text].map(([name, each]) => [name, mark(each)]));
  }
  return typeof text === "object" && text !== null
    ? Object.fromEntries(Object.entries(text).map(([name, each]) => [name, mark(each)]))
    : text;
}

/** What stands outside of the marks, in several stretches of which one may end what another began. */
export function unmarked(stretches: readonly string[]): string[] {
  let depth = 0;
  return stretches.map((stretch) => {
    let outside = "";
    for (const character of stretch) {
      depth += Number(character === opening) - Number(character === closing);
      outside += depth === 0 && character !== closing ? character : " ";
    }
    return outside.trim();
  });
}
