package dev.inlet.platform.secrets;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OpenOrganizations;
import jakarta.inject.Singleton;

/** The organizations' data keys. */
@Singleton
class OrganizationKeys implements WrappedSecrets {

  private final Database database;
  private final OpenOrganizations organizations;
  private final SecretCipher cipher;

  OrganizationKeys(Database database, OpenOrganizations organizations, SecretCipher cipher) {
    this.database = database;
    this.organizations = organizations;
    this.cipher = cipher;
  }

  @Override
  public String name() {
    return "Keys of organizations";
  }

  @Override
  public Rewrapped rewrap() {
    return WrappedSecrets.sum(
        organizations.list().stream()
            .map(
                organization ->
                    database.inOrganization(
                        organization, handle -> cipher.rewrap(handle, organization))));
  }
}
