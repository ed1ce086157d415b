package dev.inlet.platform.tenancy;

import java.util.List;

/** Which organizations there are, for whoever sees to each in turn, in a transaction of its own. */
public interface OpenOrganizations {

  /** All that were not deleted. */
  List<OrganizationId> list();
}
