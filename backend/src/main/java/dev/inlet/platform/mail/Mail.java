package dev.inlet.platform.mail;

/**
 * An e-mail in plain text. Deliberately never HTML: names that strangers choose stand in it.
 *
 * @param to one address
 * @param subject one line; what breaks lines is taken out
 */
public record Mail(String to, String subject, String text) {

  @Override
  public String toString() {
    return "Mail[subject=%s]".formatted(subject); // the text may hold a link that opens an account
  }
}
