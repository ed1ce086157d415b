package dev.inlet.platform.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.secrets.InstallationCipher;
import dev.inlet.platform.secrets.WrappedSecrets;
import dev.inlet.platform.tenancy.Ids;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * E-mails that are still to be sent, encrypted: they hold links that open accounts. No node's life
 * is watched: whoever claims one puts it off, and so it comes up again if they die.
 */
@Singleton
class Outbox implements WrappedSecrets {

  /** Not the API's, whose settings may change: nodes of two versions read each other's e-mails. */
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;
  private final InstallationCipher cipher;
  private final Clock clock;

  Outbox(Database database, InstallationCipher cipher, Clock clock) {
    this.database = database;
    this.cipher = cipher;
    this.clock = clock;
  }

  /**
   * An e-mail that is now the claimant's to send.
   *
   * @param attempts how often it was claimed, this time included
   */
  record Claimed(UUID id, byte[] ciphertext, Instant createdAt, int attempts) {}

  /** Puts an e-mail in, along with the caller's transaction, and gives its id. */
  UUID put(Handle handle, Mail mail) {
    UUID id = Ids.next();
    handle
        .createUpdate(
            """
            INSERT INTO mails (mail_id, message_ciphertext, created_at, due_at) VALUES (:mail, :message, :now, :now)
            """)
        .bind("mail", id)
        .bind("message", cipher.encrypt(row(id), write(mail)))
        .bind("now", clock.instant())
        .execute();
    return id;
  }

  /**
   * Hands out e-mails that are due, each to one claimant only, the longest due first.
   *
   * @param life how long the claimant may take; after that the e-mail is due again
   */
  List<Claimed> claim(int max, Duration life) {
    Instant now = clock.instant();
    return database.acrossOrganizations(
        handle ->
            handle
                .createQuery(
                    """
                    WITH due AS MATERIALIZED (
                      SELECT mail_id FROM mails WHERE due_at <= :now ORDER BY due_at LIMIT :max FOR UPDATE SKIP LOCKED)
                    UPDATE mails m SET due_at = :until, attempts = m.attempts + 1
                    FROM due WHERE m.mail_id = due.mail_id
                    RETURNING m.mail_id, m.message_ciphertext, m.created_at, m.attempts
                    """)
                .bind("now", now)
                .bind("until", now.plus(life))
                .bind("max", max)
                .map((row, context) -> claimed(row))
                .list());
  }

  /**
   * Decrypts an e-mail.
   *
   * @throws IllegalStateException if its key is not configured any more
   */
  Mail open(Claimed claimed) {
    byte[] message = cipher.decrypt(row(claimed.id()), claimed.ciphertext()).secret();
    try {
      return JSON.readValue(message, Mail.class);
    } catch (IOException e) {
      throw new IllegalStateException("An e-mail could not be read"); // the cause quotes it
    }
  }

  /** Lets an e-mail come up again at a later time. */
  void putOff(UUID id, Instant until) {
    database.acrossOrganizations(
        handle ->
            handle
                .createUpdate("UPDATE mails SET due_at = :until WHERE mail_id = :mail")
                .bind("until", until)
                .bind("mail", id)
                .execute());
  }

  /** Forgets an e-mail that was sent, or never will be. */
  void remove(UUID id) {
    database.acrossOrganizations(
        handle ->
            handle
                .createUpdate("DELETE FROM mails WHERE mail_id = :mail")
                .bind("mail", id)
                .execute());
  }

  @Override
  public String name() {
    return "E-mails that are still to be sent";
  }

  @Override
  public Rewrapped rewrap() {
    List<UUID> ids =
        database.acrossOrganizations(
            handle ->
                handle
                    .createQuery("SELECT mail_id FROM mails ORDER BY mail_id")
                    .mapTo(UUID.class)
                    .list());
    return WrappedSecrets.sum(
        ids.stream().map(id -> database.acrossOrganizations(handle -> rewrap(handle, id))));
  }

  private Fate rewrap(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT message_ciphertext FROM mails WHERE mail_id = :mail FOR UPDATE")
        .bind("mail", id)
        .mapTo(byte[].class)
        .findOne()
        .map(message -> cipher.rewrap(row(id), message, anew -> keep(handle, id, anew)))
        .orElse(Fate.GONE);
  }

  private static void keep(Handle handle, UUID id, byte[] message) {
    handle
        .createUpdate("UPDATE mails SET message_ciphertext = :message WHERE mail_id = :mail")
        .bind("message", message)
        .bind("mail", id)
        .execute();
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(
        row.getObject("mail_id", UUID.class),
        row.getBytes("message_ciphertext"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"));
  }

  private static String row(UUID id) {
    return "mails/" + id;
  }

  private static byte[] write(Mail mail) {
    try {
      return JSON.writeValueAsBytes(mail);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An e-mail could not be written", e);
    }
  }
}
