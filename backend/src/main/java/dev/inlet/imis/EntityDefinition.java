package dev.inlet.imis;

import java.util.List;

/** An entity of an iMIS with its properties, in iMIS's order. */
public record EntityDefinition(EntitySummary summary, List<EntityProperty> properties) {}
