package dev.inlet.platform.mail;

import jakarta.mail.MessagingException;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * The server did not take an e-mail. What it said, and any cause that holds it, is left out:
 * servers quote addresses.
 */
final class SmtpException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;
  private final boolean isFinal;

  private SmtpException(String reason, boolean isFinal) {
    super(reason);
    this.reason = reason;
    this.isFinal = isFinal;
  }

  static SmtpException of(MessagingException failure) {
    String kind = failure.getClass().getSimpleName();
    OptionalInt code = chain(failure).mapToInt(SmtpException::code).filter(c -> c > 0).findFirst();
    return new SmtpException(
        code.isPresent() ? kind + " " + code.getAsInt() : kind,
        chain(failure).anyMatch(SmtpException::isRefusal));
  }

  static SmtpException unusableAddress() {
    return new SmtpException("not an address that mail can be sent to", true);
  }

  String reason() {
    return reason;
  }

  /** Whether trying again would change nothing. */
  boolean isFinal() {
    return isFinal;
  }

  private static Stream<Throwable> chain(MessagingException failure) {
    return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause);
  }

  /**
   * Whether it is the recipient or the message that the server refuses for good. A refused sender
   * is not: that is an operator's to mend, and the e-mail goes then.
   */
  private static boolean isRefusal(Throwable failure) {
    boolean isAboutSender =
        failure instanceof SMTPSenderFailedException
            || (failure instanceof SMTPSendFailedException e && e.getCommand().startsWith("MAIL"));
    return !isAboutSender && code(failure) >= 500;
  }

  private static int code(Throwable failure) {
    return switch (failure) {
      case SMTPAddressFailedException e -> e.getReturnCode();
      case SMTPSendFailedException e -> e.getReturnCode();
      case SMTPSenderFailedException e -> e.getReturnCode();
      default -> 0;
    };
  }
}
