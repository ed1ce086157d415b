/**
 * Who calls the management API and what they may do there. Owns roles and the check that a caller
 * is a member; refuses to know how people sign in.
 */
@NullMarked
package dev.inlet.platform.security;

import org.jspecify.annotations.NullMarked;
