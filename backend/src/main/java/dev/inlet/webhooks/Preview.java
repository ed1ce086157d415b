package dev.inlet.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.actions.ConvertedRecord;
import dev.inlet.actions.FieldProblem;
import dev.inlet.actions.PreparedAction;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.mapping.RenderingTooLongException;
import dev.inlet.webhooks.schema.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a definition makes of a payload.
 *
 * @param violations how the payload breaks the schema
 * @param problems values that do not go into their fields
 * @param record what would be sent; null if there are violations or problems
 * @param values field name to rendered text; empty if there are violations
 */
record Preview(
    PreparedAction action,
    List<Violation> violations,
    List<FieldProblem> problems,
    @Nullable ConvertedRecord record,
    Map<String, String> values) {

  /**
   * Tries a definition, saved or not, on a payload; sends nothing.
   *
   * @throws ProblemException if the definition could not be saved
   */
  static Preview of(
      WebhookCompiler compiler,
      OrganizationId organization,
      JsonNode schema,
      ActionDefinition definition,
      JsonNode payload) {
    WebhookCompiler.Compilation compiled = compiler.compile(organization, schema, definition);
    PreparedAction action = compiled.action();
    if (compiled.schema() == null || compiled.mapping() == null || action == null) {
      throw new ProblemException(ProblemType.INVALID_DEFINITION, null, compiled.errors());
    }
    List<Violation> violations = compiled.schema().validate(organization, payload);
    if (!violations.isEmpty()) {
      return new Preview(action, violations, List.of(), null, Map.of());
    }
    try {
      Map<String, String> values = compiled.mapping().render(payload);
      ConvertedRecord converted = action.convert(values);
      return new Preview(
          action, List.of(), converted.problems(), converted.isSound() ? converted : null, values);
    } catch (RenderingTooLongException e) {
      FieldProblem problem = new FieldProblem("", e.sentence());
      return new Preview(action, List.of(), List.of(problem), null, Map.of());
    }
  }
}
