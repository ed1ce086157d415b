package dev.inlet.actions;

import org.jspecify.annotations.Nullable;

/**
 * What a definition says about its action, the mapping aside.
 *
 * @param type names an {@link ActionType}
 * @param panel the panel to insert into; null for actions without panels
 */
public record ActionSettings(String type, @Nullable String panel) {}
