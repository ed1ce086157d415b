package dev.inlet.webhooks.mapping;

/** What a mapping would make of a payload is larger than anything it could be meant for. */
public final class RenderingTooLongException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RenderingTooLongException() {
    super(null, null, false, false);
  }

  public String sentence() {
    return "What the mapping makes of this delivery is longer than %d characters."
        .formatted(Template.RENDERED_LENGTH_MAX);
  }
}
