package dev.inlet.alerts;

import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told, and to whom; see AlertRuleRequest.
 *
 * @param sendsMails whether this installation can send e-mail at all
 */
@Introspected
@Schema(name = "AlertRuleResponse")
record AlertRuleResponse(
    UUID id,
    AlertKind kind,
    @Nullable UUID webhookId,
    boolean isOn,
    @Nullable Integer deliveries,
    @Nullable Integer percent,
    @Nullable Integer periodMinutes,
    boolean countsRejected,
    boolean tellsAdministrators,
    List<UUID> members,
    boolean sendsMails) {

  static AlertRuleResponse of(AlertRule rule, boolean sendsMails) {
    return new AlertRuleResponse(
        rule.id(),
        rule.kind(),
        rule.webhookId(),
        rule.isOn(),
        rule.deliveries(),
        rule.percent(),
        rule.periodMinutes(),
        rule.countsRejected(),
        rule.tellsAdministrators(),
        rule.members(),
        sendsMails);
  }
}
