package dev.inlet.platform.mail;

import dev.inlet.platform.ConfigurationException;
import java.util.Locale;
import java.util.Properties;

/** How the way to the SMTP server is protected. */
enum SmtpSecurity {
  /** Begins in clear text and goes on encrypted, or not at all. */
  STARTTLS,
  /** Encrypted from the first byte on. */
  TLS,
  /** Not at all: for a server on the same machine. */
  NONE;

  /**
   * Reads the setting.
   *
   * @throws ConfigurationException if it is none of these
   */
  static SmtpSecurity parse(String text) {
    try {
      return valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("INLET_SMTP_SECURITY must be STARTTLS, TLS or NONE.", e);
    }
  }

  void applyTo(Properties properties) {
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.ssl.enable", String.valueOf(this == TLS));
    properties.setProperty("mail.smtp.starttls.enable", String.valueOf(this == STARTTLS));
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(this == STARTTLS));
  }
}
