package dev.inlet.identity;

import dev.inlet.platform.paging.Page;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;

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
}
