package dev.inlet.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.actions.ActionDescription;
import dev.inlet.actions.ActionField;
import dev.inlet.actions.ActionOption;
import dev.inlet.actions.ActionOptions;
import dev.inlet.actions.ActionSettings;
import dev.inlet.actions.ActionType;
import dev.inlet.actions.ActionTypes;
import dev.inlet.actions.FieldConversion;
import dev.inlet.actions.FieldProblem;
import dev.inlet.actions.FieldValueException;
import dev.inlet.actions.PanelDescription;
import dev.inlet.actions.PreparedAction;
import dev.inlet.platform.problem.FieldError;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.mapping.Mapping;
import dev.inlet.webhooks.mapping.Suggestion;
import dev.inlet.webhooks.mapping.Template;
import dev.inlet.webhooks.mapping.TemplateException;
import dev.inlet.webhooks.schema.CompiledSchema;
import dev.inlet.webhooks.schema.SchemaCheck;
import dev.inlet.webhooks.schema.Schemas;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From a definition to something that handles deliveries, or to every reason why not. */
@Singleton
class WebhookCompiler {

  private static final int TEMPLATE_LENGTH_MAX = 10_000;

  private final Schemas schemas;
  private final ActionTypes actionTypes;

  WebhookCompiler(Schemas schemas, ActionTypes actionTypes) {
    this.schemas = schemas;
    this.actionTypes = actionTypes;
  }

  /**
   * The parts of a compiled webhook.
   *
   * @param errors why it cannot be saved, with pointers into the request; the other parts are null
   *     then
   * @param panel what has to be known of the panel when a delivery comes; null without panels
   */
  record Compilation(
      List<FieldError> errors,
      @Nullable CompiledSchema schema,
      @Nullable Mapping mapping,
      @Nullable PreparedAction action,
      @Nullable PanelDescription panel) {

    private static Compilation failed(List<FieldError> errors) {
      return new Compilation(errors, null, null, null, null);
    }

    boolean isSound() {
      return errors.isEmpty();
    }
  }

  /** Compiles a definition that somebody works on; if it names a panel, that is read. */
  Compilation compile(OrganizationId organization, JsonNode schema, ActionDefinition action) {
    return compileFor(
        organization,
        null,
        schema,
        action,
        type -> ActionFields.current(organization, type, action.panel()));
  }

  /**
   * Compiles what was saved. Asks nobody: a delivery waits for it.
   *
   * @param webhook whose deliveries it is for; null if it is only checked
   */
  Compilation compileStored(
      OrganizationId organization, @Nullable WebhookId webhook, WebhookContent content) {
    return compileFor(
        organization,
        webhook == null ? null : webhook.value(),
        content.schema(),
        content.action(),
        type -> ActionFields.stored(organization, type, content.panel()));
  }

  private Compilation compileFor(
      OrganizationId organization,
      @Nullable UUID webhook,
      JsonNode schema,
      ActionDefinition action,
      Function<ActionType, ActionFields> fieldsOf) {
    SchemaCheck check = schemas.check(schema);
    List<FieldError> errors = new ArrayList<>();
    check
        .problems()
        .forEach(
            problem ->
                errors.add(new FieldError("/schema" + problem.pointer(), problem.message())));
    Optional<ActionType> type = actionTypes.find(action.type());
    if (type.isEmpty()) {
      errors.add(
          new FieldError(
              "/action/type", "There is no action called \"%s\".".formatted(action.type())));
      return Compilation.failed(errors);
    }
    ActionFields fields = fieldsOf.apply(type.get());
    if (fields.error() != null) {
      errors.add(fields.error());
      return Compilation.failed(errors);
    }
    ActionOptions options = action.chosen();
    ActionDescription description = type.get().describe(organization);
    List<ActionOption> known = description.options();
    errors.addAll(errors(options.problems(known, fields.all(), ownerField(description, fields))));
    List<String> properties = check.properties().stream().map(property -> property.name()).toList();
    MappingCheck mapping =
        new MappingCheck(mapped(description, fields, options), fields.all(), properties);
    Map<String, Template> templates = mapping.check(action.mapping(), check.sound().isPresent());
    errors.addAll(mapping.errors);
    if (!errors.isEmpty()) {
      return Compilation.failed(errors);
    }
    PanelDescription panel =
        fields.panel() == null ? null : fields.panel().only(used(templates, options, known));
    ActionSettings settings = new ActionSettings(action.type(), panel, options, webhook);
    return new Compilation(
        List.of(),
        check.sound().orElseThrow(),
        new Mapping(templates),
        type.get().prepare(organization, settings),
        panel);
  }

  private static List<FieldError> errors(List<FieldProblem> problems) {
    return problems.stream()
        .map(problem -> new FieldError("/action/options/" + problem.field(), problem.message()))
        .toList();
  }

  private static List<ActionField> mapped(
      ActionDescription description, ActionFields fields, ActionOptions options) {
    return options.mapped(description.options(), fields.all(), ownerField(description, fields));
  }

  private static @Nullable String ownerField(ActionDescription description, ActionFields fields) {
    PanelDescription panel = fields.panel();
    return panel == null ? description.ownerField() : panel.ownerField();
  }

  /** The fields that a delivery has to know of: those that are mapped, and those of options. */
  private static Set<String> used(
      Map<String, Template> templates, ActionOptions options, List<ActionOption> known) {
    return Stream.concat(
            templates.keySet().stream(),
            known.stream()
                .filter(option -> option.kind() == ActionOption.Kind.FIELD)
                .map(options::valueOf))
        .collect(Collectors.toSet());
  }

  /** One look at one mapping. */
  private static final class MappingCheck {

    private final List<ActionField> fields;
    private final List<ActionField> all;
    private final List<String> properties;
    private final List<FieldError> errors = new ArrayList<>();

    MappingCheck(List<ActionField> fields, List<ActionField> all, List<String> properties) {
      this.fields = fields;
      this.all = all;
      this.properties = properties;
    }

    Map<String, Template> check(List<FieldMapping> mapping, boolean areNamesKnown) {
      Map<String, Template> templates = new LinkedHashMap<>();
      for (int i = 0; i < mapping.size(); i++) {
        FieldMapping entry = mapping.get(i);
        String pointer = "/action/mapping/" + i;
        ActionField field = field(entry, pointer, templates);
        Template template = template(entry, pointer + "/value");
        if (field != null && template != null) {
          if (areNamesKnown) {
            requireKnownNames(template, pointer + "/value");
          }
          requireStaticTextToFit(field, template, pointer + "/value");
          templates.put(field.name(), template);
        }
      }
      requireRequired(templates);
      return templates;
    }

    private @Nullable ActionField field(
        FieldMapping entry, String pointer, Map<String, Template> seen) {
      Optional<ActionField> field =
          fields.stream().filter(each -> each.name().equals(entry.field())).findFirst();
      if (field.isEmpty()) {
        errors.add(new FieldError(pointer + "/field", unknown(entry.field())));
        return null;
      }
      if (seen.containsKey(entry.field())) {
        errors.add(
            new FieldError(
                pointer + "/field",
                entry.field(),
                "%s is mapped twice.".formatted(field.get().title())));
        return null;
      }
      return field.get();
    }

    private @Nullable Template template(FieldMapping entry, String pointer) {
      if (entry.value().length() > TEMPLATE_LENGTH_MAX) {
        errors.add(
            new FieldError(
                pointer, "A value has at most %d characters.".formatted(TEMPLATE_LENGTH_MAX)));
        return null;
      }
      try {
        return Template.parse(entry.value(), properties);
      } catch (TemplateException e) {
        errors.add(new FieldError(pointer, e.sentence()));
        return null;
      }
    }

    private void requireKnownNames(Template template, String pointer) {
      for (String name : template.properties()) {
        if (!properties.contains(name)) {
          errors.add(
              new FieldError(
                  pointer,
                  "The schema has no property \"%s\"%s".formatted(name, meant(name, properties))));
        }
      }
    }

    private void requireStaticTextToFit(ActionField field, Template template, String pointer) {
      String text = template.staticText().orElse("");
      if (!text.isBlank()) {
        try {
          FieldConversion.convert(field, text, ZoneOffset.UTC);
        } catch (FieldValueException e) {
          errors.add(new FieldError(pointer, e.sentence()));
        }
      }
    }

    private void requireRequired(Map<String, Template> templates) {
      for (ActionField field : fields) {
        Template template = templates.get(field.name());
        boolean isBlank =
            template == null || template.staticText().map(String::isBlank).orElse(false);
        if (field.isRequired() && isBlank) {
          errors.add(
              new FieldError(
                  "/action/mapping",
                  field.name(),
                  "%s must have a value.".formatted(field.title())));
        }
      }
    }

    private String unknown(String name) {
      return all.stream()
          .filter(field -> field.name().equals(name))
          .findFirst()
          .map(
              field ->
                  "%s is taken: an option of the action writes into it.".formatted(field.title()))
          .orElseGet(() -> "There is no field \"%s\"%s".formatted(name, meant(name, names())));
    }

    private List<String> names() {
      return fields.stream().map(ActionField::name).toList();
    }

    private static String meant(String typed, List<String> known) {
      return Suggestion.nearest(typed, known)
          .map(nearest -> "; did you mean \"%s\"?".formatted(nearest))
          .orElse(".");
    }
  }
}
