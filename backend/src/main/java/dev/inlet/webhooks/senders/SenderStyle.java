package dev.inlet.webhooks.senders;

/** What the page looks like. */
final class SenderStyle {

  /**
   * Webhook, organization, style, content. The policy is for whoever opens the file from a disk.
   */
  static final String DOCUMENT =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="robots" content="noindex">
      <title>How to send to “{}” of {}</title>
      <style>{}</style>
      </head>
      <body><main>{}</main></body>
      </html>
      """;

  static final String CSS =
      """
      :root { color-scheme: light dark; --line: light-dark(#d5d9e0, #3b4048); --soft: light-dark(#f4f5f8, #22262c); }
      body { font: 16px/1.55 system-ui, sans-serif; margin: 0; background: light-dark(#fff, #16181c); color: light-dark(#1d2129, #e4e6ea); }
      main { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
      h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem; }
      h2 { font-size: 1.2rem; margin: 2.25rem 0 .5rem; }
      .of { margin: 0; color: light-dark(#5b6472, #a3abb8); }
      h1, td, li, p, code { unicode-bidi: isolate; overflow-wrap: anywhere; }
      code { font: .875em/1.5 ui-monospace, monospace; }
      pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; white-space: pre-wrap; }
      table { border-collapse: collapse; width: 100%; font-size: .9rem; }
      th, td { text-align: start; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid var(--line); }
      th { background: var(--soft); }
      @media screen and (width < 48rem) { section { overflow-x: auto; } table { min-width: 42rem; } }
      @media print { body { font-size: 11px; background: #fff; color: #000; } main { max-width: none; padding: 0; } tr, h2 { break-inside: avoid; break-after: auto; } }
      """;

  private SenderStyle() {}
}
