package dev.inlet.webhooks.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;

/**
 * One validation, whose every step is paid from a {@link ValidationBudget}. The library tells it of
 * each keyword that it evaluates, and of each violation that it keeps.
 */
final class BoundedExecution extends ExecutionContext {

  /** A keyword is looked at in about the time that a pattern takes for so many of its steps. */
  private static final int KEYWORD_STEPS = 20;

  /** A violation also takes memory: tens of thousands fit into the budget, fewer of long names. */
  private static final int VIOLATION_STEPS = 2_000;

  private static final int VIOLATION_STEPS_A_CHARACTER = 50;

  private BoundedExecution(ExecutionConfig config) {
    super(config);
  }

  static BoundedExecution of(Schema schema) {
    return new BoundedExecution(schema.createExecutionContext().getExecutionConfig());
  }

  @Override
  public void evaluationPathAddLast(String step) {
    ValidationBudget.spend(KEYWORD_STEPS);
    super.evaluationPathAddLast(step);
  }

  @Override
  public void evaluationPathAddLast(int step) {
    ValidationBudget.spend(KEYWORD_STEPS);
    super.evaluationPathAddLast(step);
  }

  @Override
  public void addError(Error error) {
    int characters = Violations.pointer(error.getInstanceLocation()).length();
    ValidationBudget.spend(VIOLATION_STEPS + characters * VIOLATION_STEPS_A_CHARACTER);
    super.addError(error);
  }
}
