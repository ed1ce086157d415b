package dev.inlet.platform.mail;

import dev.inlet.platform.http.PublicUrl;
import dev.inlet.testing.MailServer;
import dev.inlet.testing.TestInlet;
import java.time.Clock;

/** Clients of servers that tests run. */
final class SmtpServers {

  private SmtpServers() {}

  static SmtpServer at(int port, String security) {
    return of(new SmtpConfiguration("localhost", port, "", "", MailServer.FROM, security));
  }

  static SmtpServer of(SmtpConfiguration configuration) {
    return new SmtpServer(
        configuration, TestInlet.shared().bean(PublicUrl.class), Clock.systemUTC());
  }
}
