package dev.inlet.webhooks.schema;

import io.micronaut.core.annotation.Introspected;

/**
 * One way in which a payload breaks its schema.
 *
 * @param path JSON Pointer to the value; to where it should be if it is missing
 * @param keyword the keyword of the schema that is broken; {@code json} if the body is not JSON at
 *     all, {@code cost} if it is too much to be checked
 * @param message one sentence for somebody who has never seen a validator
 */
@Introspected
public record Violation(String path, String keyword, String message) {}
