package dev.inlet.platform.mail;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The server that takes Inlet's e-mails.
 *
 * @param host the server that takes e-mails; without one Inlet sends none, and whoever invites
 *     hands the link over
 * @param port the mail server's port
 * @param user whom to sign in to the mail server as, if it wants that
 * @param password the mail server's password for that user
 * @param from the address that e-mails come from, perhaps with a name: {@code Inlet
 *     <inlet@example.org>}; needed with a host
 * @param security {@code STARTTLS}, or {@code TLS} (encrypted from the first byte on, mostly on
 *     port 465), or {@code NONE} for a server on the same machine. Never falls back to clear text;
 *     the server's certificate must be one that Java trusts, in the host's name
 */
@ConfigurationProperties("inlet.smtp")
record SmtpConfiguration(
    @Bindable(defaultValue = "") String host,
    @Bindable(defaultValue = "587") int port,
    @Bindable(defaultValue = "") String user,
    @Bindable(defaultValue = "") String password,
    @Bindable(defaultValue = "") String from,
    @Bindable(defaultValue = "STARTTLS") String security) {

  @Override
  public String toString() {
    return "SmtpConfiguration[host=%s, port=%d, security=%s]".formatted(host, port, security);
  }
}
