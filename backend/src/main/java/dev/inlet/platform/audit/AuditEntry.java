package dev.inlet.platform.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was done to which thing.
 *
 * @param targetId null where there is no thing but the actor's own account
 * @param targetName what people know the thing by at that moment
 * @param before what the change replaced, by name; secrets as "set"
 * @param after what it was replaced with; secrets as "changed"
 * @param reason why, where somebody said so, or what was asked for
 */
public record AuditEntry(
    AuditAction action,
    @Nullable String targetId,
    @Nullable String targetName,
    Map<String, ?> before,
    Map<String, ?> after,
    @Nullable String reason) {

  public static AuditEntry of(AuditAction action) {
    return new AuditEntry(action, null, null, Map.of(), Map.of(), null);
  }

  public AuditEntry on(Object targetId, String targetName) {
    return new AuditEntry(action, targetId.toString(), targetName, before, after, reason);
  }

  public AuditEntry because(String why) {
    return new AuditEntry(action, targetId, targetName, before, after, why);
  }

  /** The values that differ; what stayed the same is left out. */
  public AuditEntry changing(Map<String, ?> from, Map<String, ?> to) {
    return new AuditEntry(
        action, targetId, targetName, differing(from, to), differing(to, from), reason);
  }

  /** The values that something new has. */
  public AuditEntry with(Map<String, ?> values) {
    return changing(Map.of(), values);
  }

  private static Map<String, ?> differing(Map<String, ?> values, Map<String, ?> others) {
    Map<String, Object> kept = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (!Objects.equals(value, others.get(name))) {
            kept.put(name, value);
          }
        });
    return kept;
  }
}
