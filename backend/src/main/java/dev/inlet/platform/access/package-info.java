/**
 * The one gate of the management API: no operation runs before its caller is known and permitted.
 * Refuses to know how a token is made. Invariant: an operation that names no permission is refused
 * to everybody, and a refusal is written down.
 */
@NullMarked
package dev.inlet.platform.access;

import org.jspecify.annotations.NullMarked;
