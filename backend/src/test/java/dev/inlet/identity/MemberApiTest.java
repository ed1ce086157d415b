package dev.inlet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.identity.People.Someone;
import dev.inlet.platform.security.Role;
import dev.inlet.testing.Api;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemberApiTest {

  private final Api api = new Api(TestInlet.shared());
  private final Tenant tenant = Tenant.in(TestInlet.shared());
  private final String path = "/api/organizations/" + tenant.organization();

  @Test
  void listsMembersPageAfterPage() {
    Someone editor = member(Role.EDITOR);

    JsonNode first = Tenant.json(tenant.get("/members?limit=1"));
    JsonNode second =
        Tenant.json(tenant.get("/members?limit=1&cursor=" + first.get("nextCursor").asText()));

    assertThat(first.at("/items/0/email").asText()).isEqualTo(tenant.email());
    assertThat(second.at("/items/0/email").asText()).isEqualTo(editor.email());
    assertThat(second.at("/items/0/role").asText()).isEqualTo("EDITOR");
    assertThat(second.get("nextCursor").isNull()).isTrue();
  }

  @Test
  void changesARoleFromTheVeryNextRequestOn() {
    Someone viewer = member(Role.VIEWER);
    assertThat(api.get(path + "/audit-events", viewer.token()).statusCode()).isEqualTo(403);

    assertThat(setRole(tenant.token(), viewer, Role.ADMIN).statusCode()).isEqualTo(200);

    assertThat(api.get(path + "/audit-events", viewer.token()).statusCode()).isEqualTo(200);
  }

  @Test
  void removesAMemberFromTheVeryNextRequestOn() {
    Someone editor = member(Role.EDITOR);

    assertThat(tenant.delete("/members/" + editor.id()).statusCode()).isEqualTo(204);

    assertThat(api.get(path + "/webhooks", editor.token()).statusCode()).isEqualTo(404);
    assertThat(api.get("/api/me", editor.token()).statusCode()).isEqualTo(200);
  }

  @Test
  void letsNobodyGiveOrTakeARoleAboveTheirOwn() {
    Someone admin = member(Role.ADMIN);
    Someone owner = member(Role.OWNER);
    Someone viewer = member(Role.VIEWER);

    assertThat(setRole(admin.token(), viewer, Role.OWNER).statusCode()).isEqualTo(403);
    assertThat(setRole(admin.token(), admin, Role.OWNER).statusCode()).isEqualTo(403);
    assertThat(setRole(admin.token(), owner, Role.VIEWER).statusCode()).isEqualTo(403);
    assertThat(api.delete(path + "/members/" + owner.id(), admin.token()).statusCode())
        .isEqualTo(403);
    assertThat(setRole(admin.token(), viewer, Role.ADMIN).statusCode()).isEqualTo(200);
    assertThat(setRole(tenant.token(), viewer, Role.OWNER).statusCode()).isEqualTo(200);
  }

  @Test
  void keepsTheLastOwner() {
    String me = Tenant.json(tenant.call("GET", "/api/me", null)).get("id").asText();
    var viewer = Tenant.JSON.createObjectNode().put("role", "VIEWER");

    assertThat(tenant.put("/members/" + me, viewer).statusCode()).isEqualTo(409);
    assertThat(tenant.delete("/members/" + me).statusCode()).isEqualTo(409);
    assertThat(leave(tenant.token()).statusCode()).isEqualTo(409);

    member(Role.OWNER);
    assertThat(leave(tenant.token()).statusCode()).isEqualTo(204);
    assertThat(tenant.get("").statusCode()).isEqualTo(404);
  }

  @Test
  void keepsOneOwnerWhenAllLeaveAtOnce() {
    List<String> owners =
        Stream.concat(
                Stream.of(tenant.token()),
                Stream.generate(() -> member(Role.OWNER).token()).limit(5))
            .toList();

    List<CompletableFuture<Integer>> leaving =
        owners.stream()
            .map(token -> CompletableFuture.supplyAsync(() -> leave(token).statusCode()))
            .toList();

    assertThat(leaving.stream().map(CompletableFuture::join).toList())
        .containsExactlyInAnyOrder(204, 204, 204, 204, 204, 409);
  }

  @Test
  void tellsTheAuditTrailWhatARoleWasAndIs() {
    Someone viewer = member(Role.VIEWER);
    setRole(tenant.token(), viewer, Role.EDITOR);

    JsonNode event =
        Tenant.json(tenant.get("/audit-events?action=MEMBER_ROLE_CHANGED")).at("/items/0");

    assertThat(event.get("actorName").asText()).isEqualTo(tenant.email());
    assertThat(event.get("targetName").asText()).isEqualTo(viewer.email());
    assertThat(event.at("/before/role").asText()).isEqualTo("VIEWER");
    assertThat(event.at("/after/role").asText()).isEqualTo("EDITOR");
  }

  @Test
  void showsTheTableThatIsEnforced() {
    JsonNode permissions = Tenant.json(tenant.call("GET", "/api/permissions", null)).get("items");

    for (JsonNode permission : permissions) {
      if (permission.get("permission").asText().equals("MANAGE_MEMBERS")) {
        assertThat(permission.get("roles").toString()).isEqualTo("[\"ADMIN\",\"OWNER\"]");
        assertThat(permission.get("isForApiKeys").asBoolean()).isFalse();
        return;
      }
    }
    throw new AssertionError(permissions);
  }

  private Someone member(Role role) {
    return People.member(TestInlet.shared(), tenant.organization(), role);
  }

  private HttpResponse<String> setRole(String token, Someone member, Role role) {
    return api.put(
        path + "/members/" + member.id(),
        token,
        Tenant.JSON.createObjectNode().put("role", role.toString()));
  }

  private HttpResponse<String> leave(String token) {
    return api.delete("/api/me/memberships/" + tenant.organization(), token);
  }
}
