package dev.inlet.actions;

import io.micronaut.core.annotation.Introspected;

/**
 * A panel as lists show it.
 *
 * @param name names it in definitions; the target's own name of it
 * @param label what people call it
 */
@Introspected
public record PanelName(String name, String label) {}
