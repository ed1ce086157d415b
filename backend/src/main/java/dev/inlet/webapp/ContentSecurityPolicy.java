package dev.inlet.webapp;

/** What a browser may load and run on behalf of an answer. */
final class ContentSecurityPolicy {

  static final String HEADER = "Content-Security-Policy";

  /** For what is no document: nothing at all. */
  static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private ContentSecurityPolicy() {}

  /**
   * For the app's document: its own files, and style elements that carry the nonce. Mantine writes
   * such elements, and sizes into style attributes; those alone are let through as they are.
   *
   * @param nonce fresh for each answer
   */
  static String ofDocument(String nonce) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'nonce-" + nonce + "'",
        "style-src-attr 'unsafe-inline'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }
}
