/**
 * Webhook definitions and their numbered, immutable versions; the cache of compiled ones that a
 * delivery is handled with. Refuses to know deliveries. Invariant: a saved version has a valid
 * schema and a mapping that names only its properties.
 */
@NullMarked
package dev.inlet.webhooks;

import org.jspecify.annotations.NullMarked;
