package dev.inlet.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.inlet.actions.ActionOptions;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook does with a valid payload.
 *
 * @param type names an action type, such as {@code imis.activity}
 * @param panel the panel to insert into; only for actions that have panels
 * @param options what the action's options are set to; those left out are what they are anyway
 * @param mapping what goes into each field; fields that are not listed stay blank
 */
@Introspected
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActionDefinition(
    @NotBlank(message = "Choose an action.") String type,
    @Nullable @Size(max = 100, message = "A panel's name has at most 100 characters.") String panel,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Nullable
        @Size(max = 50, message = "There are at most 50 options.")
        Map<
                String,
                @NotNull @Size(max = 500, message = "An option has at most 500 characters.") String>
            options,
    @NotNull(message = "The mapping is missing.")
        @Size(max = 500, message = "A mapping has at most 500 fields.")
        List<@NotNull(message = "The mapping has an empty entry.") @Valid FieldMapping> mapping) {

  ActionOptions chosen() {
    return options == null ? ActionOptions.NONE : new ActionOptions(options);
  }
}
