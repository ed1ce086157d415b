package dev.inlet.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.deliveries.terms.Terms;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.WebhookId;
import dev.inlet.webhooks.privacy.PrivateNames;
import dev.inlet.webhooks.privacy.PrivatePayload;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Looks for words in bodies themselves, without what is sensitive now, where the terms cannot be
 * asked: they would tell it. Which bodies are read, and how many, is decided without them, so that
 * neither what is found nor how far was looked says anything of a value that is masked.
 */
final class BodySearch {

  /** Read and looked through within about a second, all together. */
  private static final int BODIES_MAX = 10_000;

  private static final int BYTES_MAX = 32 * 1024 * 1024;
  private static final int FETCHED = 100;

  private int bodiesLeft = BODIES_MAX;
  private long bytesLeft = BYTES_MAX;
  private final Terms terms;
  private final List<Long> words;
  private final String text;
  private final Map<Taken, PrivateNames> names = new HashMap<>();

  /** For one page or one count, however many parts it is looked for in. */
  BodySearch(OrganizationId organization, @Nullable String text) {
    this.terms = new Terms(organization);
    this.text = text == null ? "" : text;
    this.words = terms.words(this.text);
  }

  /**
   * What was found.
   *
   * @param isWhole whether there was no more to look through
   */
  record Found(List<DeliveryId> deliveries, boolean isWhole) {
    static final Found NOTHING = new Found(List.of(), true);
  }

  private record Taken(WebhookId webhook, int version) {}

  private record Body(DeliveryId id, Taken taken, byte[] bytes, boolean isPartial, int candidates) {

    static Body of(ResultSet row) throws SQLException {
      return new Body(
          new DeliveryId(row.getObject("delivery_id", UUID.class)),
          new Taken(
              new WebhookId(row.getObject("webhook_id", UUID.class)), row.getInt("version_number")),
          row.getBytes("body"),
          row.getBoolean("body_is_partial"),
          row.getInt("candidates"));
    }
  }

  /**
   * Looks through deliveries, the first of a page first.
   *
   * @param which their conditions; each by itself is led to by an index
   */
  Found find(
      Handle handle, SearchPrivacy privacy, List<DeliveryConditions> which, PageStart start) {
    if (which.isEmpty()) {
      return Found.NOTHING;
    }
    SensitiveProperties sensitive = privacy.sensitive();
    List<DeliveryId> found = new ArrayList<>();
    int read = 0;
    int candidates = 0;
    try (ResultIterator<Body> bodies = read(handle, which, start)) {
      while (bodies.hasNext()) {
        Body body = bodies.next();
        candidates = body.candidates();
        if (read == bodiesLeft) {
          break;
        }
        read++;
        bytesLeft -= body.bytes().length;
        if (hasWords(body, sensitive)) {
          found.add(body.id());
        }
      }
    }
    bodiesLeft -= read;
    return new Found(found, read == candidates);
  }

  /** As they come: together they may be more than fits well into memory. */
  private ResultIterator<Body> read(
      Handle handle, List<DeliveryConditions> which, PageStart start) {
    String order = start.order();
    String keys =
        which.stream()
            .map(
                conditions ->
                    "(SELECT d.organization_id, d.received_at, d.delivery_id, d.body_bytes"
                        + conditions.from()
                        + conditions.whereInOrder()
                        + order
                        + " LIMIT :most + 1)")
            .collect(Collectors.joining("\nUNION\n"));
    Query query =
        handle
            .createQuery(
                """
                SELECT d.delivery_id, d.webhook_id, d.version_number, d.body, d.body_is_partial, k.candidates
                FROM (
                  SELECT d.*, count(*) OVER () AS candidates,
                         sum(d.body_bytes) OVER (%2$s ROWS UNBOUNDED PRECEDING) - d.body_bytes AS bytes_before
                  FROM (SELECT * FROM (%1$s) d %2$s LIMIT :most + 1) d
                ) k
                %3$s
                WHERE k.bytes_before < :bytes
                %4$s
                """
                    .formatted(
                        keys,
                        order,
                        DeliveryQuery.eachOf("k", "*", ""),
                        start.order("k"))) // as they come: by the rows' own, all would be sorted
            .setFetchSize(FETCHED)
            .bind("most", bodiesLeft)
            .bind("bytes", Math.max(1, bytesLeft)); // one of those that are left says that some are
    which.forEach(conditions -> conditions.bindTo(query));
    return query.map((row, context) -> Body.of(row)).iterator();
  }

  private boolean hasWords(Body body, SensitiveProperties sensitive) {
    if (body.isPartial()) {
      return false; // It is masked whole.
    }
    PrivateNames untold =
        names.computeIfAbsent(
            body.taken(), taken -> sensitive.of(taken.webhook(), taken.version()));
    return PrivatePayload.beside(body.bytes(), untold)
        .map(rest -> hasWords(body, untold, rest))
        .orElse(false);
  }

  private boolean hasWords(Body body, PrivateNames untold, JsonNode rest) {
    Set<Long> all = LongStream.of(terms.of(body.bytes(), rest)).boxed().collect(Collectors.toSet());
    return all.containsAll(words) || (all.contains(terms.beyond()) && hasText(body, untold));
  }

  private boolean hasText(Body body, PrivateNames untold) {
    return PrivatePayload.without(body.bytes(), untold)
        .map(rest -> new String(rest.body(), StandardCharsets.UTF_8).contains(text))
        .orElse(false);
  }
}
