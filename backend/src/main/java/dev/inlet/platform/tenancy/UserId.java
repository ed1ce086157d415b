package dev.inlet.platform.tenancy;

import java.util.UUID;

/** A user of the installation; which organizations they belong to is told by their memberships. */
public record UserId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
