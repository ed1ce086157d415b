/**
 * Who calls the management API, what roles there are and what each may do. Refuses to know how
 * people sign in. Invariant: what is not permitted here is refused.
 */
@NullMarked
package dev.inlet.platform.security;

import org.jspecify.annotations.NullMarked;
