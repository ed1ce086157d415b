/**
 * Properties that are masked or never stored: what a definition says of them, and what that leaves
 * of payloads and of what is said about them. Knows no action and no delivery. Invariant: a payload
 * that cannot be searched for a private property is taken to hold it.
 */
@NullMarked
package dev.inlet.webhooks.privacy;

import org.jspecify.annotations.NullMarked;
