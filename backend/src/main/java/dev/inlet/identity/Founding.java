package dev.inlet.identity;

import dev.inlet.organizations.Organization;
import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.organizations.Slug;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;

/** Founds an organization together with the user who owns it. */
@Singleton
public class Founding {

  private final Database database;
  private final OrganizationRepository organizations;
  private final UserRepository users;
  private final MemberRepository members;
  private final Passwords passwords;

  Founding(
      Database database,
      OrganizationRepository organizations,
      UserRepository users,
      MemberRepository members,
      Passwords passwords) {
    this.database = database;
    this.organizations = organizations;
    this.users = users;
    this.members = members;
    this.passwords = passwords;
  }

  /**
   * Founds an organization and its owner in one transaction.
   *
   * @throws IllegalStateException if the slug or the e-mail address is taken; nothing is kept then
   */
  public OrganizationId found(String organizationName, Slug slug, Owner owner) {
    OrganizationId id = new OrganizationId(Ids.next());
    User user =
        new User(
            new UserId(Ids.next()),
            UserRepository.normalized(owner.email()),
            owner.name(),
            passwords.hash(owner.password()),
            false);
    database.useOrganization(
        id,
        handle -> {
          if (!organizations.insert(handle, new Organization(id, organizationName, slug))) {
            throw new IllegalStateException("The short name \"%s\" is taken.".formatted(slug));
          }
          if (!users.insert(handle, user)) {
            throw new IllegalStateException("There is a user with this e-mail address already.");
          }
          members.insert(handle, id, user.id(), Role.OWNER);
        });
    return id;
  }

  /** Who is to own the organization. */
  public record Owner(String name, String email, String password) {

    @Override
    public String toString() {
      return "Owner[email=%s]".formatted(email);
    }
  }
}
