package dev.inlet.platform.problem;

import io.micronaut.http.HttpStatus;

/**
 * The closed catalogue of what the management API can answer when it does not do what was asked.
 * Adding a constant is a decision; the slug is public and never changes.
 */
public enum ProblemType {
  INVALID_REQUEST("invalid-request", HttpStatus.BAD_REQUEST, "The request is not valid"),
  INVALID_DEFINITION(
      "invalid-definition", HttpStatus.UNPROCESSABLE_ENTITY, "The definition is not valid"),
  SIGN_IN_REQUIRED("sign-in-required", HttpStatus.UNAUTHORIZED, "Sign in first"),
  SIGN_IN_REFUSED(
      "sign-in-refused", HttpStatus.UNAUTHORIZED, "E-mail address or password is wrong"),
  SECOND_FACTOR_CODE_REQUIRED(
      "second-factor-code-required",
      HttpStatus.UNAUTHORIZED,
      "Give the code of your second factor"),
  SECOND_FACTOR_REQUIRED(
      "second-factor-required",
      HttpStatus.FORBIDDEN,
      "This organization takes a second factor: set one up in your account"),
  NOT_ALLOWED("not-allowed", HttpStatus.FORBIDDEN, "Your role does not allow this"),
  NOT_FOUND("not-found", HttpStatus.NOT_FOUND, "There is no such thing"),
  METHOD_NOT_ALLOWED(
      "method-not-allowed",
      HttpStatus.METHOD_NOT_ALLOWED,
      "This address does not take that method"),
  NOT_ACCEPTABLE(
      "not-acceptable", HttpStatus.NOT_ACCEPTABLE, "This address cannot answer in that form"),
  CONFLICT("conflict", HttpStatus.CONFLICT, "Somebody else changed this in the meantime"),
  TOO_LARGE("too-large", HttpStatus.REQUEST_ENTITY_TOO_LARGE, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(
      "unsupported-media-type",
      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      "Send JSON (Content-Type: application/json)"),
  TOO_MANY_REQUESTS(
      "too-many-requests", HttpStatus.TOO_MANY_REQUESTS, "Too many requests; try again later"),
  LINK_EXPIRED(
      "link-expired",
      HttpStatus.GONE,
      "This link is not good any more: it was used, replaced or is too old"),
  NOT_POSSIBLE("not-possible", HttpStatus.CONFLICT, "This is not possible"),
  REPLAY_NOT_CONFIRMED(
      "replay-not-confirmed",
      HttpStatus.CONFLICT,
      "The record may be in iMIS already: confirm that it may be written twice"),
  REPLAY_INCOMPLETE(
      "replay-incomplete",
      HttpStatus.CONFLICT,
      "Values are missing that are never stored: confirm that the record is written without them"),
  REPLAY_REFUSED(
      "replay-refused",
      HttpStatus.UNPROCESSABLE_ENTITY,
      "The delivery still does not fit; nothing was sent"),
  CONNECTION_REQUIRED(
      "connection-required", HttpStatus.CONFLICT, "Connect the organization to iMIS first"),
  TARGET_UNREADABLE(
      "target-unreadable",
      HttpStatus.BAD_GATEWAY,
      "The system that the action writes to could not be read"),
  TOOK_TOO_LONG(
      "took-too-long",
      HttpStatus.UNPROCESSABLE_ENTITY,
      "This took too long and was given up; ask for less"),
  UNEXPECTED("unexpected", HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side"),
  UNAVAILABLE(
      "unavailable",
      HttpStatus.SERVICE_UNAVAILABLE,
      "Inlet cannot do this right now; try again in a moment");

  private final String slug;
  private final HttpStatus status;
  private final String title;

  ProblemType(String slug, HttpStatus status, String title) {
    this.slug = slug;
    this.status = status;
    this.title = title;
  }

  public String slug() {
    return slug;
  }

  public HttpStatus status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The type that stands for a status nobody chose a type for; a 4xx never becomes a 5xx. */
  static ProblemType of(HttpStatus status) {
    for (ProblemType type : values()) {
      if (type.status == status) {
        return type;
      }
    }
    return status.getCode() >= 500 ? UNEXPECTED : INVALID_REQUEST;
  }
}
