package dev.inlet.connections;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.http.PublicUrl;
import dev.inlet.platform.json.OneLine;
import dev.inlet.platform.mail.Administrators;
import dev.inlet.platform.mail.Mail;
import dev.inlet.platform.mail.Mailer;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.SpokenTime;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends what people call "the password does not work any more": each beginning is written
 * down once, whichever nodes notice, and tells those who can mend it.
 */
@Singleton
class CredentialsIncidents {

  private final ConnectionRepository repository;
  private final Administrators administrators;
  private final Mailer mailer;
  private final PublicUrl publicUrl;
  private final Database database;

  CredentialsIncidents(
      ConnectionRepository repository,
      Administrators administrators,
      Mailer mailer,
      PublicUrl publicUrl,
      Database database) {
    this.repository = repository;
    this.administrators = administrators;
    this.mailer = mailer;
    this.publicUrl = publicUrl;
    this.database = database;
  }

  /**
   * Writes down how iMIS took the credentials of a connection, if that is news and they are still
   * the stored ones.
   *
   * @param failingSince null if iMIS accepted them
   * @return what is stored now; empty if the connection was changed meanwhile
   */
  Optional<StoredCredentials> remember(
      OrganizationId organization, Connection connection, @Nullable Instant failingSince) {
    return database.inOrganization(
        organization,
        handle -> {
          boolean isNews =
              repository.setFailingSince(organization, handle, connection, failingSince);
          if (isNews && failingSince != null) {
            tell(organization, handle, failingSince);
          }
          return repository.findCredentials(organization, handle, connection);
        });
  }

  private void tell(OrganizationId organization, Handle handle, Instant failingSince) {
    if (!mailer.isConfigured()) {
      return;
    }
    Administrators.Audience audience = administrators.of(organization, handle);
    String name = OneLine.of(audience.organization()); // or it could go on as if Inlet wrote
    String subject = "iMIS refuses the password of %s".formatted(name);
    String text =
        """
        Since %s, iMIS refuses the user name or password that Inlet signs in with for the organization "%s".

        Until this is mended, whatever its webhooks receive fails and is not written to iMIS, at the latest once the present sign-in runs out. Inlet does not keep trying, so that iMIS does not lock the account.

        Often the password has expired: iMIS lets those of some users expire after 90 days. Set a new one in iMIS, then give it to Inlet and test the connection:

        %s

        What failed meanwhile can be replayed afterwards, in the list of deliveries.

        You get this e-mail as an owner or admin of the organization.
        """
            .formatted(
                SpokenTime.day(failingSince),
                name,
                publicUrl.of("/o/%s/connection".formatted(organization)));
    audience.addresses().forEach(address -> mailer.send(handle, new Mail(address, subject, text)));
  }
}
