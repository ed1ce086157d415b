package dev.inlet.platform.mail;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;

/** Hands e-mails over to be sent. */
@Singleton
public class Mailer {

  /** Whether this installation can send e-mail at all. */
  public boolean isConfigured() {
    return false;
  }

  /**
   * Takes an e-mail along with the caller's transaction; it is sent soon after that commits, and
   * tried again if the server does not take it. Dropped where no server is configured.
   */
  public void send(Handle handle, Mail mail) {
    throw new UnsupportedOperationException(mail.toString());
  }
}
