package dev.inlet.identity;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Memberships;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of {@code members}. */
@Singleton
class MemberRepository implements Memberships {

  private static final String SIGNED_IN =
      """
      EXISTS (SELECT FROM sessions s JOIN users u USING (user_id)
              WHERE s.session_id = :session AND s.user_id = :user
                AND s.revoked_at IS NULL AND s.expires_at > now() AND NOT u.is_disabled)
      """;

  private final Database database;

  MemberRepository(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Role> roleOf(Caller caller, OrganizationId organization) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(
                    "SELECT role FROM members WHERE organization_id = :organization AND user_id = :user AND "
                        + SIGNED_IN)
                .bind("organization", organization.value())
                .bind("user", caller.user().value())
                .bind("session", caller.session())
                .mapTo(Role.class)
                .findOne());
  }

  @Override
  public boolean isSignedIn(Caller caller) {
    return database.acrossOrganizations(
        handle ->
            handle
                .createQuery("SELECT " + SIGNED_IN)
                .bind("user", caller.user().value())
                .bind("session", caller.session())
                .mapTo(Boolean.class)
                .one());
  }

  List<Membership> listOf(UserId user) {
    return database.asUser(
        user,
        handle ->
            handle
                .createQuery(
                    """
                    SELECT o.organization_id, o.name, o.slug, m.role
                    FROM members m JOIN organizations o USING (organization_id)
                    WHERE m.user_id = :user ORDER BY o.name, o.organization_id
                    """)
                .bind("user", user.value())
                .map(
                    (row, context) ->
                        new Membership(
                            row.getObject("organization_id", UUID.class),
                            row.getString("name"),
                            row.getString("slug"),
                            Role.valueOf(row.getString("role"))))
                .list());
  }

  void insert(Handle handle, OrganizationId organization, UserId user, Role role) {
    handle
        .createUpdate(
            "INSERT INTO members (organization_id, user_id, role) VALUES (:organization, :user, :role)")
        .bind("organization", organization.value())
        .bind("user", user.value())
        .bind("role", role)
        .execute();
  }
}
