package dev.inlet.deliveries;

import dev.inlet.webhooks.CompiledWebhook;
import java.util.List;

/**
 * How a delivery would be tried once more.
 *
 * @param searchable the versions by which the record is looked for first
 */
record ReplayPlan(ReplayCaution caution, List<CompiledWebhook> searchable) {}
