package dev.inlet.platform.mail;

import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;

/** Hands e-mails over to be sent. */
@Singleton
public class Mailer {

  private final Outbox outbox;
  private final SmtpServer server;

  Mailer(Outbox outbox, SmtpServer server) {
    this.outbox = outbox;
    this.server = server;
  }

  /** Whether this installation can send e-mail at all. */
  public boolean isConfigured() {
    return server.isConfigured();
  }

  /**
   * Takes an e-mail along with the caller's transaction; it is sent soon after that commits, and
   * tried again for a day if the server does not take it. Dropped where no server is configured.
   */
  public void send(Handle handle, Mail mail) {
    if (isConfigured()) {
      outbox.put(handle, mail);
    }
  }
}
