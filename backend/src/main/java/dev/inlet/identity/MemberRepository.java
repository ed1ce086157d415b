package dev.inlet.identity;

import dev.inlet.platform.access.Standing;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of {@code members}. */
@Singleton
class MemberRepository {

  private static final String SELECT =
      """
      SELECT u.user_id, u.email, u.name, m.role, u.totp_enabled_at IS NOT NULL AS has_second_factor, m.created_at
      FROM members m JOIN users u USING (user_id) WHERE m.organization_id = :organization
      """;

  private final Database database;

  MemberRepository(Database database) {
    this.database = database;
  }

  /** What a person is in an organization; empty if they do not belong to it. */
  Optional<Standing> standing(OrganizationId organization, Caller.Person person) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(
                    """
                    SELECT m.role, o.requires_second_factor FROM members m JOIN organizations o USING (organization_id)
                    WHERE m.organization_id = :organization AND m.user_id = :user
                    """)
                .bind("organization", organization.value())
                .bind("user", person.user().value())
                .map(
                    (row, context) ->
                        new Standing(
                            Role.valueOf(row.getString("role")),
                            row.getBoolean("requires_second_factor") && !person.hasSecondFactor()))
                .findOne());
  }

  /** The members by name, from a name and an id on. */
  List<Member> list(OrganizationId organization, String afterName, UUID afterId, int limit) {
    return database.inOrganization(
        organization,
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        AND (lower(u.name), u.user_id) > (lower(:afterName), :afterId)
                        ORDER BY lower(u.name), u.user_id LIMIT :limit
                        """)
                .bind("organization", organization.value())
                .bind("afterName", afterName)
                .bind("afterId", afterId)
                .bind("limit", limit)
                .map((row, context) -> member(row))
                .list());
  }

  Optional<Member> find(OrganizationId organization, Handle handle, UserId user) {
    return handle
        .createQuery(SELECT + "AND m.user_id = :user")
        .bind("organization", organization.value())
        .bind("user", user.value())
        .map((row, context) -> member(row))
        .findOne();
  }

  /** What a user is; nobody changes it until the transaction ends. */
  Optional<Role> roleForShare(OrganizationId organization, Handle handle, UserId user) {
    return handle
        .createQuery(
            "SELECT role FROM members WHERE organization_id = :organization AND user_id = :user FOR SHARE")
        .bind("organization", organization.value())
        .bind("user", user.value())
        .mapTo(Role.class)
        .findOne();
  }

  /** The owners, locked until the transaction ends: of two who leave at once one stays. */
  List<UserId> ownersForUpdate(OrganizationId organization, Handle handle) {
    return handle
        .createQuery(
            """
            SELECT user_id FROM members WHERE organization_id = :organization AND role = 'OWNER'
            ORDER BY user_id FOR UPDATE
            """)
        .bind("organization", organization.value())
        .mapTo(UUID.class)
        .map(UserId::new)
        .list();
  }

  /** The e-mail addresses of owners and admins who may sign in. */
  List<String> administratorAddresses(OrganizationId organization, Handle handle) {
    return handle
        .createQuery(
            """
            SELECT u.email FROM members m JOIN users u USING (user_id)
            WHERE m.organization_id = :organization AND m.role IN ('OWNER', 'ADMIN') AND NOT u.is_disabled
            ORDER BY u.email
            """)
        .bind("organization", organization.value())
        .mapTo(String.class)
        .list();
  }

  /** The e-mail addresses of those of these members who may sign in. */
  List<String> addresses(OrganizationId organization, Handle handle, List<UserId> users) {
    return handle
        .createQuery(
            """
            SELECT u.email FROM members m JOIN users u USING (user_id)
            WHERE m.organization_id = :organization AND m.user_id = ANY (:users) AND NOT u.is_disabled
            ORDER BY u.email
            """)
        .bind("organization", organization.value())
        .bindArray("users", UUID.class, users.stream().map(UserId::value).toList())
        .mapTo(String.class)
        .list();
  }

  /** The organizations a user belongs to. */
  List<Membership> listOf(UserId user) {
    return database.asUser(
        user,
        handle ->
            handle
                .createQuery(
                    """
                    SELECT o.organization_id, o.name, o.slug, o.requires_second_factor, m.role
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
                            row.getBoolean("requires_second_factor"),
                            Role.valueOf(row.getString("role"))))
                .list());
  }

  /** Adds a member; false if the user is one already. */
  boolean insert(OrganizationId organization, Handle handle, UserId user, Role role) {
    return handle
            .createUpdate(
                """
                INSERT INTO members (organization_id, user_id, role) VALUES (:organization, :user, :role)
                ON CONFLICT DO NOTHING
                """)
            .bind("organization", organization.value())
            .bind("user", user.value())
            .bind("role", role)
            .execute()
        == 1;
  }

  boolean setRole(OrganizationId organization, Handle handle, UserId user, Role role) {
    return handle
            .createUpdate(
                "UPDATE members SET role = :role WHERE organization_id = :organization AND user_id = :user")
            .bind("organization", organization.value())
            .bind("user", user.value())
            .bind("role", role)
            .execute()
        == 1;
  }

  boolean delete(OrganizationId organization, Handle handle, UserId user) {
    return handle
            .createUpdate(
                "DELETE FROM members WHERE organization_id = :organization AND user_id = :user")
            .bind("organization", organization.value())
            .bind("user", user.value())
            .execute()
        == 1;
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        row.getObject("user_id", UUID.class),
        row.getString("email"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        row.getBoolean("has_second_factor"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
