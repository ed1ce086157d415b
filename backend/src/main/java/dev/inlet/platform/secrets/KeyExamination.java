package dev.inlet.platform.secrets;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.database.SchemaState;
import dev.inlet.platform.doctor.Examination;
import dev.inlet.platform.doctor.Finding;
import dev.inlet.platform.tenancy.OpenOrganizations;
import dev.inlet.platform.tenancy.OrganizationId;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.List;

/** Whether the configured key is the one that this database's secrets are under. */
@Singleton
class KeyExamination implements Examination {

  /** Each is a transaction, and they are hardly under different keys. */
  private static final int ORGANIZATIONS_MAX = 1_000;

  private final SchemaState schema;
  private final BeanProvider<Database> database;
  private final BeanProvider<OpenOrganizations> organizations;
  private final SecretCipher cipher;

  /**
   * @param database asked for only where there is a schema to ask
   * @param organizations so, too
   */
  KeyExamination(
      SchemaState schema,
      BeanProvider<Database> database,
      BeanProvider<OpenOrganizations> organizations,
      SecretCipher cipher) {
    this.schema = schema;
    this.database = database;
    this.organizations = organizations;
    this.cipher = cipher;
  }

  @Override
  public String subject() {
    return "Keys";
  }

  @Override
  public List<Finding> examine() {
    if (!schema.isUsable()) {
      return List.of();
    }
    List<OrganizationId> looked =
        organizations.get().list().stream().limit(ORGANIZATIONS_MAX).toList();
    long closed = looked.stream().filter(organization -> !opens(organization)).count();
    return List.of(
        closed == 0
            ? Finding.fine("INLET_SECRET_KEY opens the key of each organization.")
            : Finding.failure(
                "INLET_SECRET_KEY does not open the keys of %d of %d organizations: set the one that they were encrypted under, too."
                    .formatted(closed, looked.size())));
  }

  private boolean opens(OrganizationId organization) {
    return database
        .get()
        .inOrganization(organization, handle -> cipher.opens(handle, organization));
  }
}
