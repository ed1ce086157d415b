package dev.inlet.organizations;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OpenOrganizations;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Organizations by their slugs, which everybody may see. */
@Singleton
class OpenSlugs implements OpenOrganizations {

  private final Database database;

  OpenSlugs(Database database) {
    this.database = database;
  }

  @Override
  public List<OrganizationId> list() {
    return database.acrossOrganizations(
        handle ->
            handle
                .createQuery(
                    "SELECT organization_id FROM organization_slugs WHERE closed_at IS NULL ORDER BY organization_id")
                .mapTo(UUID.class)
                .map(OrganizationId::new)
                .list());
  }
}
