package dev.inlet.identity;

import dev.inlet.platform.database.Database;
import dev.inlet.platform.secrets.InstallationCipher;
import dev.inlet.platform.secrets.WrappedSecrets;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the users' authenticator apps share with Inlet. */
@Singleton
class SecondFactorSecrets implements WrappedSecrets {

  private final Database database;
  private final UserRepository users;
  private final InstallationCipher cipher;

  SecondFactorSecrets(Database database, UserRepository users, InstallationCipher cipher) {
    this.database = database;
    this.users = users;
    this.cipher = cipher;
  }

  @Override
  public String name() {
    return "Second factors";
  }

  @Override
  public Rewrapped rewrap() {
    return WrappedSecrets.sum(
        users.findIdsWithTotp().stream()
            .map(id -> database.acrossOrganizations(handle -> rewrap(handle, id))));
  }

  private Fate rewrap(Handle handle, UserId id) {
    return users
        .findForUpdate(handle, id)
        .flatMap(user -> Optional.ofNullable(user.totp()))
        .map(
            totp ->
                cipher.rewrap(
                    SecondFactors.row(id),
                    totp.secretCiphertext(),
                    anew -> users.reencryptTotp(handle, id, anew)))
        .orElse(Fate.GONE);
  }
}
