package dev.inlet.alerts;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.inlet.platform.database.Database;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.time.Patience;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a message once, signed after the Standard Webhooks specification, and writes down what
 * became of that.
 */
@Singleton
class MessageSender {

  private static final Logger LOG = LoggerFactory.getLogger(MessageSender.class);

  private final EndpointRepository endpoints;
  private final MessageRepository messages;
  private final EndpointHttp http;
  private final Database database;
  private final Clock clock;
  private final Patience patience = new Patience(new SecureRandom());

  MessageSender(
      EndpointRepository endpoints,
      MessageRepository messages,
      EndpointHttp http,
      Database database,
      Clock clock) {
    this.endpoints = endpoints;
    this.messages = messages;
    this.http = http;
    this.database = database;
    this.clock = clock;
  }

  private record Letter(URI url, List<String> secrets, String payload) {

    @Override
    public String toString() {
      return "Letter[host=%s]".formatted(url.getHost());
    }
  }

  /** Sends what was claimed; if it is not taken it comes up again, for a day. */
  void send(MessageQueue.Claimed message) {
    Attempt attempt = attempt(message.organization(), message.endpoint(), message.id());
    try {
      Instant now = clock.instant();
      settle(
          message.organization(),
          message.endpoint(),
          message.id(),
          attempt,
          next(message, attempt, now));
    } catch (RuntimeException e) {
      LOG.error("The fate of message {} could not be written down", message.id(), e);
    }
  }

  /** Sends a message that is not tried again. */
  void sendOnce(OrganizationId organization, UUID endpoint, UUID message) {
    settle(
        organization,
        endpoint,
        message,
        attempt(organization, endpoint, message),
        Optional.empty());
  }

  private Optional<Instant> next(MessageQueue.Claimed message, Attempt attempt, Instant now) {
    MessageFailure failure = attempt.failure();
    return failure == null || failure.isFinal()
        ? Optional.empty()
        : patience.nextTry(message.createdAt(), message.attempts(), now);
  }

  private void settle(
      OrganizationId organization,
      UUID endpoint,
      UUID message,
      Attempt attempt,
      Optional<Instant> next) {
    Instant now = clock.instant();
    database.useOrganization(
        organization,
        handle -> {
          messages.settle(organization, handle, message, attempt, now, next.orElse(null));
          if (attempt.failure() == MessageFailure.GONE) {
            endpoints.disableGone(organization, handle, endpoint, now);
          }
        });
  }

  /** Outside of any transaction. */
  private Attempt attempt(OrganizationId organization, UUID endpoint, UUID message) {
    try {
      Optional<Letter> letter = read(organization, endpoint, message);
      return letter.isEmpty()
          ? Attempt.failed(MessageFailure.SWITCHED_OFF)
          : post(letter.get(), message);
    } catch (RuntimeException | EmptyWebhookSecretException | WebhookSigningException e) {
      LOG.error("Message {} could not be worked on", message, e);
      return Attempt.failed(MessageFailure.INTERNAL_ERROR);
    }
  }

  private Optional<Letter> read(OrganizationId organization, UUID endpoint, UUID message) {
    Instant now = clock.instant();
    return database.inOrganization(
        organization,
        handle ->
            endpoints
                .find(organization, handle, endpoint)
                .filter(found -> found.disabledAt() == null)
                .flatMap(
                    found ->
                        messages
                            .findPayload(organization, handle, message)
                            .map(
                                payload ->
                                    new Letter(
                                        found.url(),
                                        endpoints.secrets(organization, handle, endpoint, now),
                                        payload))));
  }

  private Attempt post(Letter letter, UUID message)
      throws EmptyWebhookSecretException, WebhookSigningException {
    String id = "msg_" + message;
    long timestamp = clock.instant().getEpochSecond();
    StringJoiner signatures = new StringJoiner(" ");
    for (String secret : letter.secrets()) {
      signatures.add(new Webhook(secret).sign(id, timestamp, letter.payload()));
    }
    return http.post(
        letter.url(),
        new EndpointHttp.Signed(id, timestamp, signatures.toString(), letter.payload()));
  }
}
