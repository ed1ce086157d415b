/**
 * JSON Schemas of strangers: checked for validity, flatness and cost, then compiled; and violations
 * as sentences. Invariant: validating against a compiled schema takes time linear in the payload
 * and loads nothing.
 */
@NullMarked
package dev.inlet.webhooks.schema;

import org.jspecify.annotations.NullMarked;
