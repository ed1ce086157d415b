package dev.inlet.webhooks;

import dev.inlet.platform.paging.Page;
import dev.inlet.platform.security.Permission;
import dev.inlet.platform.security.RequiresPermission;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.idempotency.KeyPreset;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/organizations/{organizationId}/idempotency-presets")
@Tag(name = "Webhooks")
class KeyPresetController {

  /** Lists by what well-known senders tell that they send something again. */
  @Get
  @RequiresPermission(Permission.VIEW_WEBHOOKS)
  Page<KeyPreset> listIdempotencyPresets(@PathVariable OrganizationId organizationId) {
    return new Page<>(KeyPreset.ALL, null);
  }
}
