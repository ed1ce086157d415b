package dev.inlet.actions;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action type as people see it; enough to draw a form without knowing the action.
 *
 * @param type names it in definitions
 * @param label names it on screen
 * @param needsPanel whether a definition names a panel, whose fields are then the ones to fill
 * @param unavailableBecause why this organization cannot use it, for people; null if it can
 * @param options what a definition may settle about it beside the mapping
 * @param ownerField the field that says whose record it is; null if that depends on the panel
 * @param fields what it can fill, required ones first; empty if they depend on the panel
 * @param fieldsWithChoices names those whose values the organization's own system suggests
 */
@Introspected
public record ActionDescription(
    String type,
    String label,
    boolean needsPanel,
    @Nullable String unavailableBecause,
    List<ActionOption> options,
    @Nullable String ownerField,
    List<ActionField> fields,
    List<String> fieldsWithChoices) {}
