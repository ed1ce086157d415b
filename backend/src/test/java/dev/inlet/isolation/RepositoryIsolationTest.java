package dev.inlet.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.deliveries.DeliveryId;
import dev.inlet.deliveries.DeliveryKey;
import dev.inlet.identity.People.Someone;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.security.Role;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.testing.TestInlet;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every query of every repository for one organization with the ids of another's things: it
 * finds nothing of it and changes nothing of it. A query is covered as soon as it is written.
 */
class RepositoryIsolationTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final Simulator SIMULATOR = Simulator.start();
  private static final Stage OWNER_OF_ALL = new Stage(INLET, SIMULATOR);
  private static final Stage WRONG = new Stage(INLET, SIMULATOR);
  private static final String BATCH = OWNER_OF_ALL.plannedBatch();
  private static final Someone MEMBER = OWNER_OF_ALL.member(Role.VIEWER);
  private static final String INVITATION = OWNER_OF_ALL.freshInvitation(Stage.address());
  private static final JsonNode API_KEY = OWNER_OF_ALL.freshApiKey(Role.VIEWER);

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  static Stream<Arguments> queries() {
    return INLET.beansNamed("Repository").stream()
        .flatMap(
            repository ->
                Arrays.stream(repository.getClass().getDeclaredMethods())
                    .filter(RepositoryIsolationTest::isQueryOfAnOrganization)
                    .map(method -> Arguments.of(repository, method)));
  }

  private static boolean isQueryOfAnOrganization(Method method) {
    return !Modifier.isPrivate(method.getModifiers())
        && !method.isSynthetic()
        && Arrays.stream(method.getParameterTypes())
            .anyMatch(type -> type == OrganizationId.class || type == DeliveryKey.class);
  }

  /**
   * What is done for a user, across organizations or within somebody's transaction by other ids.
   */
  @Test
  void everyOtherQueryIsOneThatWasThoughtAbout() {
    List<String> others =
        INLET.beansNamed("Repository").stream()
            .flatMap(repository -> Arrays.stream(repository.getClass().getDeclaredMethods()))
            .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
            .filter(method -> !method.getName().contains("lambda"))
            .filter(method -> !isQueryOfAnOrganization(method))
            .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
            .distinct()
            .filter(name -> !OTHER_QUERIES.contains(name.replaceFirst("\\..*", "")))
            .filter(name -> !OTHER_QUERIES.contains(name))
            .sorted()
            .toList();

    assertThat(others).isEmpty();
  }

  /** Repositories of look-up tables, which belong to no organization, and single queries. */
  private static final List<String> OTHER_QUERIES =
      List.of(
          "UserRepository",
          "SessionRepository",
          "RecoveryCodeRepository",
          "OrganizationRepository.findIdAcrossOrganizations", // an open URL's slug
          "MemberRepository.listOf", // a user's own memberships
          "AuditEventRepository.listOfInstallation"); // no organization's

  @ParameterizedTest
  @MethodSource("queries")
  void findsAndChangesNothingOfAnotherOrganization(Object repository, Method method) {
    Map<String, String> before = rowsOf(OWNER_OF_ALL.organization());

    for (UUID id : ids()) {
      Object found = run(repository, method, id);

      assertThat(String.valueOf(found))
          .as("%s with %s", method.getName(), id)
          .doesNotContain(
              OWNER_OF_ALL.organization().toString(),
              OWNER_OF_ALL.webhook(),
              OWNER_OF_ALL.delivery(),
              INVITATION,
              BATCH,
              API_KEY.get("id").asText(),
              MEMBER.email());
    }

    assertThat(rowsOf(OWNER_OF_ALL.organization())).isEqualTo(before);
  }

  /** Or else the queries above might find nothing for another reason. */
  @Test
  void findsThingsUnderTheirOwnOrganization() {
    List<String> finding =
        queries()
            .map(each -> List.of(each.get()))
            .filter(each -> findsSomething(each.get(0), (Method) each.get(1)))
            .map(each -> ((Method) each.get(1)).getName())
            .distinct()
            .toList();

    assertThat(finding).contains("list", "listOpen", "find", "findBody", "standing");
  }

  private static boolean findsSomething(Object repository, Method method) {
    return ids().stream()
        .map(id -> String.valueOf(run(repository, method, id, OWNER_OF_ALL.organization())))
        .anyMatch(
            found ->
                Stream.of(
                        OWNER_OF_ALL.organization().toString(),
                        OWNER_OF_ALL.webhook(),
                        OWNER_OF_ALL.delivery(),
                        INVITATION,
                        BATCH,
                        API_KEY.get("id").asText(),
                        MEMBER.email(),
                        "Standing[",
                        "Optional[[B@")
                    .anyMatch(found::contains));
  }

  private static List<UUID> ids() {
    return List.of(
        UUID.fromString(OWNER_OF_ALL.webhook()),
        UUID.fromString(OWNER_OF_ALL.delivery()),
        UUID.fromString(INVITATION),
        UUID.fromString(BATCH),
        UUID.fromString(API_KEY.get("id").asText()),
        MEMBER.id().value());
  }

  /** As the wrong organization; a constraint that refuses is as good as nothing found. */
  private static @Nullable Object run(Object repository, Method method, UUID id) {
    return run(repository, method, id, WRONG.organization());
  }

  private static @Nullable Object run(
      Object repository, Method method, UUID id, OrganizationId organization) {
    Samples samples = new Samples(OWNER_OF_ALL, MEMBER, id);
    try {
      return INLET
          .bean(Database.class)
          .inOrganization(
              organization,
              handle -> {
                Object[] arguments = arguments(method, samples, handle, organization);
                Object found = invoke(repository, method, arguments);
                handle.rollback(); // what the wrong organization did to itself is not the point
                return Optional.ofNullable(found);
              });
    } catch (JdbiException e) {
      return null;
    }
  }

  private static Object[] arguments(
      Method method, Samples samples, Handle handle, OrganizationId organization) {
    List<Object> arguments = new ArrayList<>();
    for (Class<?> type : method.getParameterTypes()) {
      arguments.add(argument(type, samples, handle, organization));
    }
    return arguments.toArray();
  }

  private static Object argument(
      Class<?> type, Samples samples, Handle handle, OrganizationId organization) {
    if (type == OrganizationId.class) {
      return organization;
    }
    if (type == DeliveryKey.class) {
      return new DeliveryKey(organization, (DeliveryId) samples.of(DeliveryId.class));
    }
    return type == Handle.class ? handle : samples.of(type);
  }

  private static @Nullable Object invoke(Object repository, Method method, Object[] arguments) {
    try {
      method.setAccessible(true);
      return method.invoke(repository, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof JdbiException refused) {
        throw refused;
      }
      throw new AssertionError(method + " failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** Every row of an organization, as text, by table. */
  private static Map<String, String> rowsOf(OrganizationId organization) {
    try (Connection connection = INLET.database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE inlet_app");
      statement.execute(
          "SELECT set_config('inlet.organization_id', '%s', false)".formatted(organization));
      Map<String, String> rows = new TreeMap<>();
      for (String table : tables(statement)) {
        try (ResultSet found =
            statement.executeQuery(
                "SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM %s t"
                    .formatted(table))) {
          found.next();
          rows.put(table, found.getString(1));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            """
            SELECT c.relname FROM pg_class c
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relrowsecurity
              AND c.relnamespace = 'public'::regnamespace
              AND c.relname NOT LIKE 'delivery_count%' -- a worker adds up meanwhile
            """)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }
}
