package dev.inlet.connections;

import dev.inlet.platform.tenancy.OrganizationId;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Hears how iMIS takes an organization's credentials, once each time that changes. */
public interface CredentialsListener {

  /** Within the transaction that writes it down. */
  void refused(OrganizationId organization, Handle handle, Instant since);

  /** Within the transaction that writes it down. */
  void accepted(OrganizationId organization, Handle handle);
}
