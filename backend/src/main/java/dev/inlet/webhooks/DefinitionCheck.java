package dev.inlet.webhooks;

import dev.inlet.actions.PanelDescription;
import dev.inlet.platform.problem.FieldError;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets nothing be saved that would not compile, or could not be kept to. */
@Singleton
class DefinitionCheck {

  private final WebhookCompiler compiler;

  DefinitionCheck(WebhookCompiler compiler) {
    this.compiler = compiler;
  }

  /**
   * What may be saved.
   *
   * @param fits whether the panel was read and fits; not if what was known of it had to do
   */
  record Checked(WebhookContent content, boolean fits) {}

  /**
   * The content with what has to be known of its panel. A webhook whose action stays the same can
   * be changed though its panel cannot be read or is another by now, if only to rename it: what is
   * known of the panel stays then, too.
   *
   * @param replaced what it takes the place of; null if it is new
   */
  Checked sound(
      OrganizationId organization, WebhookContent wanted, @Nullable WebhookContent replaced) {
    WebhookCompiler.Compilation compiled =
        compiler.compile(organization, wanted.schema(), wanted.action());
    PanelDescription known =
        replaced != null && replaced.action().equals(wanted.action()) ? replaced.panel() : null;
    boolean fits = compiled.isSound();
    if (!fits && known != null) {
      compiled = compiler.compileStored(organization, null, wanted.with(known));
    }
    require(compiled.errors());
    if (compiled.schema() != null) {
      List<String> properties = compiled.schema().propertyNames();
      require(PrivacyCheck.errors(wanted, properties));
      require(IdempotencyCheck.errors(wanted.idempotency(), properties));
    }
    return new Checked(wanted.with(compiled.panel()), fits);
  }

  /** What was saved once may not compile any more, if Inlet has become stricter. */
  void requireSound(OrganizationId organization, WebhookContent stored) {
    require(compiler.compileStored(organization, null, stored).errors());
  }

  private static void require(List<FieldError> none) {
    if (!none.isEmpty()) {
      throw new ProblemException(ProblemType.INVALID_DEFINITION, null, none);
    }
  }
}
