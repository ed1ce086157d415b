package dev.inlet.platform.tenancy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** The organization (tenant) that a row, a request or a piece of work belongs to. */
@Schema(type = "string", format = "uuid")
public record OrganizationId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
