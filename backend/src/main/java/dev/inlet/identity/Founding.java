package dev.inlet.identity;

import dev.inlet.identity.credentials.Passwords;
import dev.inlet.identity.credentials.Throttle;
import dev.inlet.organizations.Organization;
import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.organizations.Slug;
import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.http.Origin;
import dev.inlet.platform.problem.FieldError;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Actor;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Founds organizations, each with the user who owns it. */
@Singleton
public class Founding {

  private static final int NUMBERS_TRIED = 100;

  private final Database database;
  private final OrganizationRepository organizations;
  private final UserRepository users;
  private final MemberRepository members;
  private final Passwords passwords;
  private final Throttle throttle;
  private final AuditTrail auditTrail;

  Founding(
      Database database,
      OrganizationRepository organizations,
      UserRepository users,
      MemberRepository members,
      Passwords passwords,
      Throttle throttle,
      AuditTrail auditTrail) {
    this.database = database;
    this.organizations = organizations;
    this.users = users;
    this.members = members;
    this.passwords = passwords;
    this.throttle = throttle;
    this.auditTrail = auditTrail;
  }

  /**
   * Founds an organization and its owner in one transaction.
   *
   * @param slug null takes one that resembles the name
   * @throws ProblemException if the slug or the e-mail address is taken; nothing is kept then
   */
  public OrganizationId found(String organizationName, @Nullable Slug slug, Owner owner) {
    return found(organizationName, slug, owner, new Origin("", "")).organization();
  }

  Founded found(String organizationName, @Nullable Slug slug, Owner owner, Origin origin) {
    User user =
        new User(
            new UserId(Ids.next()),
            UserRepository.normalized(owner.email()),
            owner.name(),
            passwords.hash(owner.password()),
            false,
            false,
            null);
    return database.acrossOrganizations(
        handle -> {
          if (!users.insert(handle, user)) {
            String detail =
                "There is an account with this e-mail address already: sign in, or set a new password.";
            throw new ProblemException(
                ProblemType.NOT_POSSIBLE, detail, List.of(new FieldError("/email", detail)));
          }
          return new Founded(
              found(handle, organizationName, slug, user.id(), user.actor(origin)), user);
        });
  }

  /**
   * Founds a further organization of a user.
   *
   * @throws ProblemException if the slug is taken, or the user founded too many
   */
  OrganizationId foundAnother(String organizationName, @Nullable Slug slug, Caller.Person owner) {
    throttle.admit(
        List.of(new Throttle.Subject(Throttle.Kind.FOUNDING_OF_USER, owner.user().toString())));
    return database.acrossOrganizations(
        handle -> found(handle, organizationName, slug, owner.user(), owner.actor()));
  }

  /** Who is to own the organization. */
  public record Owner(String name, String email, String password) {

    @Override
    public String toString() {
      return "Owner[email=%s]".formatted(email);
    }
  }

  /** A new organization and its new owner. */
  record Founded(OrganizationId organization, User owner) {}

  private OrganizationId found(
      Handle handle, String name, @Nullable Slug slug, UserId owner, Actor actor) {
    OrganizationId id = new OrganizationId(Ids.next());
    Database.actFor(handle, id);
    Slug taken =
        (slug == null ? candidates(name) : Stream.of(slug))
            .filter(
                each -> organizations.insert(id, handle, new Organization(id, name, each, false)))
            .findFirst()
            .orElseThrow(() -> slugTaken());
    members.insert(id, handle, owner, Role.OWNER);
    auditTrail.record(
        handle,
        id,
        actor,
        AuditEntry.of(AuditAction.ORGANIZATION_CREATED)
            .on(id, name)
            .with(Map.of("name", name, "slug", taken.value())));
    return id;
  }

  private static Stream<Slug> candidates(String name) {
    Slug plain = Slug.derivedFrom(name);
    return Stream.concat(
        plain.isReserved() ? Stream.of() : Stream.of(plain),
        IntStream.rangeClosed(2, NUMBERS_TRIED).mapToObj(plain::numbered));
  }

  private static ProblemException slugTaken() {
    return ProblemException.invalid(
        "/organizationSlug", "This short name is taken; choose another one.");
  }
}
