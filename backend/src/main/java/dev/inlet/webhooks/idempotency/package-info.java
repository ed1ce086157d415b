/**
 * By what a webhook tells that something is sent again: what a definition says of it, and what
 * well-known senders send. Knows no delivery. Invariant: a key is read from one place only.
 */
@NullMarked
package dev.inlet.webhooks.idempotency;

import org.jspecify.annotations.NullMarked;
