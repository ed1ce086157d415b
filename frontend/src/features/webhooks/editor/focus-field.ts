/**
 * Gives the keyboard to the field of a fault, which stands within an element that has `at` as its
 * `data-at`. Steps and editors come when they are first needed: until it is there, or somebody does
 * something else, it is waited for. Returns how to stop that.
 */
export function focusField(container: HTMLElement | null, at: string): (() => void) | undefined {
  if (container === null || focusWithin(container, at)) {
    return undefined;
  }
  const observer = new MutationObserver(() => focusWithin(container, at) && stop());
  const stop = () => {
    observer.disconnect();
    for (const event of doings) {
      document.removeEventListener(event, stop, true);
    }
  };
  observer.observe(container, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  for (const event of doings) {
    document.addEventListener(event, stop, true);
  }
  return stop;
}

const doings = ["pointerdown", "keydown"];

function focusWithin(container: HTMLElement, at: string): boolean {
  const place = [...container.querySelectorAll<HTMLElement>("[data-at]")].find(
    ({ dataset }) => dataset.at === at,
  );
  const field = place?.querySelector<HTMLElement>(
    ":is(input, select, textarea):enabled, [contenteditable='true'], [data-mends]",
  );
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "center" });
  return field !== undefined && field !== null;
}
