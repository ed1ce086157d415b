package dev.inlet.organizations;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of {@code organizations} and of the look-up table of slugs. */
@Singleton
public class OrganizationRepository {

  private final Database database;

  OrganizationRepository(Database database) {
    this.database = database;
  }

  /**
   * Inserts an organization within the transaction of whoever founds it; false if its slug is
   * taken.
   */
  public boolean insert(OrganizationId id, Handle handle, Organization organization) {
    int reserved =
        handle
            .createUpdate(
                """
                INSERT INTO organization_slugs (slug, organization_id) VALUES (:slug, :organization)
                ON CONFLICT DO NOTHING
                """)
            .bind("slug", organization.slug().value())
            .bind("organization", id.value())
            .execute();
    return reserved == 1 && insertRow(id, handle, organization);
  }

  private static boolean insertRow(OrganizationId id, Handle handle, Organization organization) {
    handle
        .createUpdate(
            "INSERT INTO organizations (organization_id, name, slug) VALUES (:organization, :name, :slug)")
        .bind("organization", id.value())
        .bind("name", organization.name())
        .bind("slug", organization.slug().value())
        .execute();
    return true;
  }

  public Optional<Organization> find(OrganizationId organization) {
    return database.inOrganization(organization, handle -> find(organization, handle));
  }

  /** The same within a transaction for this organization. */
  public Optional<Organization> find(OrganizationId organization, Handle handle) {
    return find(organization, handle, "");
  }

  /** The organization, locked until the transaction ends. */
  Optional<Organization> findForUpdate(OrganizationId organization, Handle handle) {
    return find(organization, handle, "FOR UPDATE");
  }

  private static Optional<Organization> find(
      OrganizationId organization, Handle handle, String lock) {
    return handle
        .createQuery(
            """
            SELECT organization_id, name, slug, requires_second_factor
            FROM organizations WHERE organization_id = :organization %s
            """
                .formatted(lock))
        .bind("organization", organization.value())
        .map((row, context) -> organization(row))
        .findOne();
  }

  /**
   * The organization that a slug names; the only look-up that begins outside every organization.
   */
  public Optional<OrganizationId> findIdAcrossOrganizations(Slug slug) {
    return database.acrossOrganizations(
        handle ->
            handle
                .createQuery("SELECT organization_id FROM organization_slugs WHERE slug = :slug")
                .bind("slug", slug.value())
                .mapTo(UUID.class)
                .map(OrganizationId::new)
                .findOne());
  }

  boolean update(OrganizationId organization, Handle handle, Organization changed) {
    return handle
            .createUpdate(
                """
                UPDATE organizations SET name = :name, requires_second_factor = :requiresSecondFactor
                WHERE organization_id = :organization
                """)
            .bind("organization", organization.value())
            .bind("name", changed.name())
            .bind("requiresSecondFactor", changed.requiresSecondFactor())
            .execute()
        == 1;
  }

  private static Organization organization(ResultSet row) throws SQLException {
    return new Organization(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getString("name"),
        new Slug(row.getString("slug")),
        row.getBoolean("requires_second_factor"));
  }
}
