package dev.inlet.platform.mail;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The server that takes Inlet's e-mails.
 *
 * @param host empty if there is none: Inlet sends no e-mail then
 * @param user empty if the server asks for none
 * @param from the address that e-mails come from, perhaps with a name
 * @param security one of {@link SmtpSecurity}
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
