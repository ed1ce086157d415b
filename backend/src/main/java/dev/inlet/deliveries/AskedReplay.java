package dev.inlet.deliveries;

import dev.inlet.platform.audit.AuditAction;
import dev.inlet.platform.audit.AuditEntry;
import dev.inlet.platform.audit.AuditTrail;
import dev.inlet.platform.security.Actor;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** A further try that somebody asked for who looks at the delivery. */
record AskedReplay(Actor actor, AuditTrail auditTrail) implements Replays.Occasion {

  @Override
  public String startedBy() {
    return actor.name();
  }

  /** Whoever asks sees how it stands, and confirms what has to be. */
  @Override
  public void check(Outcome outcome, int attemptsBegun) {}

  @Override
  public void begin(Handle handle, Replays.Begun begun) {
    auditTrail.record(
        handle,
        begun.delivery().organization(),
        actor,
        AuditEntry.of(AuditAction.DELIVERY_REPLAYED)
            .on(begun.delivery().id(), Objects.requireNonNullElse(begun.webhookName(), ""))
            .with(Map.of("version", begun.version(), "outcomeBefore", begun.outcomeBefore())));
  }
}
