/**
 * The file that an organization's webhooks are written in: YAML with JSON's values and no more,
 * where each of them stands, the published JSON Schema, and how two definitions differ. Refuses to
 * know webhooks themselves. Invariant: what is written here is read here as the same values.
 */
@NullMarked
package dev.inlet.webhooks.file;

import org.jspecify.annotations.NullMarked;
