package dev.inlet.alerts;

import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Has incidents told, by e-mail and to endpoints, along with the caller's transaction. */
@Singleton
class Notices {

  private final AlertMails mails;
  private final Messages messages;
  private final IncidentRepository repository;

  Notices(AlertMails mails, Messages messages, IncidentRepository repository) {
    this.mails = mails;
    this.messages = messages;
    this.repository = repository;
  }

  /** Tells that incidents of one rule began. */
  void begun(OrganizationId organization, Handle handle, AlertRule rule, List<Incident> incidents) {
    if (!incidents.isEmpty()) {
      int leftOut = mails.begun(organization, handle, rule, incidents);
      repository.leaveOut(organization, handle, incidents, leftOut);
      messages.put(organization, handle, MessageType.ALERT_OPENED, incidents);
    }
  }

  /** Tells that incidents of one rule are over. */
  void over(OrganizationId organization, Handle handle, AlertRule rule, List<Incident> incidents) {
    if (!incidents.isEmpty()) {
      int leftOut = mails.over(organization, handle, rule, incidents);
      repository.leaveOut(organization, handle, incidents, leftOut);
      messages.put(organization, handle, MessageType.ALERT_CLOSED, incidents);
    }
  }
}
