package dev.inlet.identity;

import dev.inlet.platform.paging.Page;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.security.Role;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;

/** The table of who may do what, as it is enforced. */
@Controller("/api/permissions")
@Tag(name = "People")
class PermissionController {

  /** Lists what can be permitted in an organization, and which roles permit it. */
  @Get
  @RequiresPermission(Permission.USE_OWN_ACCOUNT)
  Page<PermissionResponse> listPermissions() {
    return new Page<>(
        Arrays.stream(Permission.values())
            .filter(permission -> permission.leastRole().isPresent())
            .map(PermissionResponse::of)
            .toList(),
        null);
  }

  /**
   * What is permitted to whom.
   *
   * @param description a phrase for people
   * @param isForApiKeys whether an API key of such a role may do it, too
   */
  @Introspected
  @Schema(name = "PermissionResponse")
  record PermissionResponse(
      Permission permission, String description, List<Role> roles, boolean isForApiKeys) {

    static PermissionResponse of(Permission permission) {
      Role least = permission.leastRole().orElseThrow();
      return new PermissionResponse(
          permission,
          permission.description(),
          Arrays.stream(Role.values()).filter(role -> role.includes(least)).toList(),
          permission.holder() == Permission.Holder.MEMBER_OR_KEY);
    }
  }
}
