package dev.inlet.identity;

import dev.inlet.identity.credentials.AccessTokens;
import dev.inlet.identity.credentials.Passwords;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.http.Origin;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.Ids;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.UserId;
import dev.inlet.testing.TestInlet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * People for tests, each with a session; made by the same code that signing up and in runs, but
 * without the time that hashing a password takes.
 */
public final class People {

  public static final String PASSWORD = "seven purple tractors";
  private static final Origin ORIGIN = new Origin("192.0.2.7", "A browser");
  private static final ConcurrentMap<TestInlet, String> HASHES = new ConcurrentHashMap<>();

  private People() {}

  /** Somebody with a session. */
  public record Someone(UserId id, String email, UUID session, String token) {}

  /** Somebody who belongs nowhere. */
  public static Someone someone(TestInlet inlet) {
    return someone(inlet, false, false);
  }

  /** Somebody of the support staff, with a second factor. */
  public static Someone support(TestInlet inlet) {
    return someone(inlet, true, true);
  }

  public static Someone supportWithoutSecondFactor(TestInlet inlet) {
    return someone(inlet, true, false);
  }

  /** A member of an organization. */
  public static Someone member(TestInlet inlet, OrganizationId organization, Role role) {
    Someone someone = someone(inlet);
    inlet
        .bean(Database.class)
        .useOrganization(
            organization,
            handle ->
                inlet
                    .bean(MemberRepository.class)
                    .insert(organization, handle, someone.id(), role));
    return someone;
  }

  public static void disable(TestInlet inlet, Someone someone) {
    inlet
        .bean(Database.class)
        .acrossOrganizations(
            handle -> {
              inlet.bean(UserRepository.class).setDisabled(handle, someone.id(), true);
              return true;
            });
  }

  private static Someone someone(TestInlet inlet, boolean isSupport, boolean hasSecondFactor) {
    String hash = HASHES.computeIfAbsent(inlet, key -> key.bean(Passwords.class).hash(PASSWORD));
    UserId id = new UserId(Ids.next());
    String email = id + "@example.org";
    User user = new User(id, email, "Pat", hash, isSupport, false, null);
    Session session =
        inlet
            .bean(Database.class)
            .acrossOrganizations(
                handle -> {
                  inlet.bean(UserRepository.class).insert(handle, user);
                  return inlet
                      .bean(Sessions.class)
                      .begin(handle, id, hasSecondFactor, ORIGIN)
                      .session();
                });
    String token = inlet.bean(AccessTokens.class).sign(new AccessTokens.Grant(id, session.id()));
    return new Someone(id, email, session.id(), token);
  }
}
