package dev.inlet.identity;

import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.Role;
import io.micronaut.core.annotation.Introspected;
import java.util.Arrays;
import java.util.List;

/**
 * What is permitted to whom.
 *
 * @param description a phrase for people
 * @param isForApiKeys whether an API key of such a role may do it, too
 */
@Introspected
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
