/** As browsers, and the loader that the build adds, say that a part of the app did not come. */
const words = /dynamically imported module|Importing a module script failed|Unable to preload CSS/i;

/** Whether an error means that a part of the app could not be loaded: it is gone with a newer one, or nothing answers. */
export function isMissingModule(error: unknown): boolean {
  return error instanceof Error && words.test(error.message);
}

const key = "inlet.reloaded";

/** Once is enough for a newer version; what is still missing then, is so for another reason. */
const pause = 60_000;

/** Loads the page anew, where that may help: not twice in a row, and not where nothing answers. */
export async function reloadOnce(reload: () => void): Promise<void> {
  try {
    if (Date.now() - Number(sessionStorage.getItem(key) ?? 0) < pause) {
      return;
    }
    const { ok } = await fetch("/", { cache: "no-store" });
    if (ok) {
      sessionStorage.setItem(key, String(Date.now()));
      reload();
    }
  } catch {
    // There is no storage to remember it in, or no answer.
  }
}
