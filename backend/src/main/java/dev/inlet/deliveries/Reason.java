package dev.inlet.deliveries;

import dev.inlet.actions.FailureReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a delivery did not succeed: the closed set. */
public enum Reason {
  NOT_JSON,
  SCHEMA_VIOLATED,
  BODY_TOO_LARGE,
  BODY_TIMED_OUT,
  BODY_INCOMPLETE,
  RATE_LIMITED,
  /** As many acknowledged deliveries of the organization waited as may. */
  QUEUE_FULL,
  /**
   * Its sender did not prove itself, or it came from a network that the webhook takes none from.
   */
  NOT_VERIFIED,
  /** Inlet could not read the secret that its sender is verified by. */
  NOT_VERIFIABLE,
  /** The idempotency key is none: too long, say. */
  KEY_UNREADABLE,
  /** The idempotency key came before, with another body. */
  KEY_REUSED,
  /** The first delivery with the idempotency key did not end in time. */
  KEY_IN_USE,
  MAPPING_FAILED,
  CONTACT_NOT_FOUND,
  CONTACT_AMBIGUOUS,
  NOT_CONNECTED,
  UNREACHABLE,
  ADDRESS_NOT_ALLOWED,
  CREDENTIALS_REFUSED,
  NOT_PERMITTED,
  RECORD_REFUSED,
  NOT_FOUND,
  THROTTLED,
  BUSY,
  UNAVAILABLE,
  TARGET_ERROR,
  NO_ANSWER,
  UNREADABLE_ANSWER,
  /** Inlet was interrupted while it worked on the delivery, and nobody knows how far it got. */
  INTERRUPTED,
  INTERNAL_ERROR;

  /**
   * What a failure's own sentence may be replaced by where it could quote a payload; empty where it
   * never does.
   */
  Optional<String> plainly() {
    @Nullable String sentence =
        switch (this) {
          case MAPPING_FAILED -> "A value does not go into its field; nothing was sent.";
          case CONTACT_NOT_FOUND -> "iMIS does not know the contact; nothing was written.";
          case CONTACT_AMBIGUOUS ->
              "iMIS knows several contacts like this one; nothing was written.";
          case RECORD_REFUSED -> "iMIS refused the record.";
          default -> null;
        };
    return Optional.ofNullable(sentence).map(plain -> plain + LEFT_OUT);
  }

  /** Whether nobody knows whom it is from: it is never tried again, by nobody. */
  boolean isOfUnknownSender() {
    return this == NOT_VERIFIED || this == NOT_VERIFIABLE;
  }

  /** Whether its sentence quotes nothing but whose record it was to be. */
  boolean isAboutContact() {
    return this == CONTACT_NOT_FOUND || this == CONTACT_AMBIGUOUS;
  }

  private static final String LEFT_OUT =
      " What exactly is left out, because it may tell a sensitive property.";

  public static Reason of(FailureReason reason) {
    return switch (reason) {
      case MAPPING_FAILED -> MAPPING_FAILED;
      case CONTACT_NOT_FOUND -> CONTACT_NOT_FOUND;
      case CONTACT_AMBIGUOUS -> CONTACT_AMBIGUOUS;
      case NOT_CONNECTED -> NOT_CONNECTED;
      case UNREACHABLE -> UNREACHABLE;
      case ADDRESS_NOT_ALLOWED -> ADDRESS_NOT_ALLOWED;
      case CREDENTIALS_REFUSED -> CREDENTIALS_REFUSED;
      case NOT_PERMITTED -> NOT_PERMITTED;
      case RECORD_REFUSED -> RECORD_REFUSED;
      case NOT_FOUND -> NOT_FOUND;
      case THROTTLED -> THROTTLED;
      case BUSY -> BUSY;
      case UNAVAILABLE -> UNAVAILABLE;
      case TARGET_ERROR -> TARGET_ERROR;
      case NO_ANSWER -> NO_ANSWER;
      case UNREADABLE_ANSWER -> UNREADABLE_ANSWER;
      case INTERNAL_ERROR -> INTERNAL_ERROR;
    };
  }
}
