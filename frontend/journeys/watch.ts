import { type BrowserContext, expect } from "@playwright/test";

/** Notes what a page does that it must not: errors, what the CSP refused, requests to others. */
export class Watch {
  readonly faults: string[] = [];

  constructor(private readonly origin: string) {}

  over(context: BrowserContext) {
    // What the browser refuses by the Content-Security-Policy is told there, too.
    context.on("console", (message) => {
      if (message.type() === "error" && !isAskedWhetherThere(message.location().url)) {
        this.faults.push(`${message.page()?.url()} logged: ${message.text()}`);
      }
    });
    context.on("weberror", (thrown) => {
      this.faults.push(`${thrown.page()?.url()} threw: ${thrown.error()}`);
    });
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (/^https?:|^wss?:/.test(url.protocol) && url.origin !== this.origin) {
        this.faults.push(`A request went to ${url.origin}`);
      }
    });
  }

  /** Takes back what a test brings about on purpose, once that is noticed. */
  async expectAndForgive(fault: RegExp) {
    await expect.poll(() => this.faults.some((text) => fault.test(text))).toBe(true);
    this.faults.splice(0, Infinity, ...this.faults.filter((text) => !fault.test(text)));
  }

  expectNothing() {
    expect(this.faults).toEqual([]);
  }
}

// That nobody is signed in (401) and that nothing is connected (404) shows in the answer alone. The
// browser logs each.
function isAskedWhetherThere(url: string): boolean {
  const { pathname } = new URL(url, "http://none");
  return (
    pathname === "/api/auth/refresh" || /^\/api\/organizations\/[^/]+\/connection$/.test(pathname)
  );
}
