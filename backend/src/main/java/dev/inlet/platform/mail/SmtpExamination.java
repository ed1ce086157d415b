package dev.inlet.platform.mail;

import dev.inlet.platform.doctor.Examination;
import dev.inlet.platform.doctor.Finding;
import jakarta.inject.Singleton;
import java.util.List;

/** Whether the mail server takes Inlet for a sender. Nothing is sent. */
@Singleton
class SmtpExamination implements Examination {

  private final SmtpServer server;

  SmtpExamination(SmtpServer server) {
    this.server = server;
  }

  @Override
  public String subject() {
    return "E-mail";
  }

  @Override
  public List<Finding> examine() {
    if (!server.isConfigured()) {
      return List.of(
          Finding.warning(
              "No INLET_SMTP_HOST is set: nobody is told of failures by e-mail, and forgotten passwords need an operator."));
    }
    try {
      server.greet();
      return List.of(Finding.fine("The mail server lets Inlet in."));
    } catch (SmtpException e) {
      return List.of(
          Finding.failure(
              "The mail server does not let Inlet in (%s): check INLET_SMTP_HOST, _PORT, _SECURITY, _USER and _PASSWORD."
                  .formatted(e.reason())));
    }
  }
}
