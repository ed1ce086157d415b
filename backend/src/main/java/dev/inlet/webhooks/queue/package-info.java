/**
 * How deliveries of a webhook wait that acknowledges on receipt: what a definition says of it.
 * Knows no delivery.
 */
@NullMarked
package dev.inlet.webhooks.queue;

import org.jspecify.annotations.NullMarked;
