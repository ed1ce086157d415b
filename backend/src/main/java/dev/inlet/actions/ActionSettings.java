package dev.inlet.actions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a definition says about its action, the mapping aside.
 *
 * @param type names an {@link ActionType}
 * @param panel the panel to insert into, with the fields that are mapped as they were when the
 *     definition was saved; null for actions without panels
 * @param options what it settles beside the mapping
 * @param webhook tells apart who shares a target, none of whom keeps the others waiting; null while
 *     the definition belongs to no webhook yet
 */
public record ActionSettings(
    String type, @Nullable PanelDescription panel, ActionOptions options, @Nullable UUID webhook) {}
