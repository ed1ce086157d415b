package dev.inlet.platform.mail;

import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.UserId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Whom to write to if something of an organization has to be mended. */
public interface Administrators {

  /**
   * Who reads it.
   *
   * @param organization its name; whoever belongs to several has to know which
   * @param addresses of those who may sign in, one each
   */
  record Audience(String organization, List<String> addresses) {}

  Audience of(OrganizationId organization, Handle handle);

  /** The addresses of those members, of any role, who may sign in. */
  List<String> addressesOf(OrganizationId organization, Handle handle, List<UserId> members);
}
