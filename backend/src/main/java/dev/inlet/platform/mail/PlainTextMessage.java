package dev.inlet.platform.mail;

import dev.inlet.platform.json.OneLine;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;

/**
 * An e-mail as it travels. Strangers choose names that stand in it: whatever they are made of, the
 * subject stays one line of bounded length, and the text stays text.
 */
final class PlainTextMessage extends MimeMessage {

  private static final int SUBJECT_LENGTH_MAX = 250;
  private static final Pattern NOT_TEXT = Pattern.compile("[" + OneLine.REFUSED + "&&[^\\n\\t]]");

  /** No space, no control character, nothing that is cut to another character on its way. */
  private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7E]+@[\\x21-\\x7E]+");

  private final String messageId;

  PlainTextMessage(Session session, String messageId, InternetAddress from)
      throws MessagingException {
    super(session);
    this.messageId = messageId;
    setFrom(from);
    setHeader("Auto-Submitted", "auto-generated"); // nobody is out of office to it
  }

  /**
   * Writes everything that is not the same for each.
   *
   * @throws AddressException if the recipient's address is none that mail can be sent to
   */
  void fill(Mail mail, Instant now) throws MessagingException {
    setRecipient(RecipientType.TO, address(mail.to()));
    setSubject(subject(mail.subject()), StandardCharsets.UTF_8.name());
    setText(NOT_TEXT.matcher(mail.text()).replaceAll(" "), StandardCharsets.UTF_8.name(), "plain");
    setSentDate(Date.from(now));
    saveChanges();
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  private static String subject(String text) {
    String line = OneLine.of(text).strip();
    return line.codePointCount(0, line.length()) <= SUBJECT_LENGTH_MAX
        ? line
        : line.substring(0, line.offsetByCodePoints(0, SUBJECT_LENGTH_MAX)) + "…";
  }

  private static InternetAddress address(String text) throws AddressException {
    String ascii = withAsciiDomain(text);
    if (!ADDRESS.matcher(ascii).matches()) {
      throw new AddressException("Not an address that mail can be sent to");
    }
    InternetAddress address = new InternetAddress();
    address.setAddress(ascii);
    if (address.isGroup()) {
      throw new AddressException("Not one address");
    }
    address.validate();
    return address;
  }

  private static String withAsciiDomain(String address) throws AddressException {
    int at = address.lastIndexOf('@') + 1;
    try {
      return address.substring(0, at) + IDN.toASCII(address.substring(at));
    } catch (IllegalArgumentException e) {
      throw new AddressException("Not a domain");
    }
  }
}
