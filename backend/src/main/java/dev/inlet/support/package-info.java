/**
 * The support console: what staff see of every organization, and the revealing of a payload for a
 * stated reason. Refuses to change anything of anybody's. Invariant: what staff see without giving
 * a reason holds no payload, no credential and no open URL, and what they reveal stands in that
 * organization's audit trail.
 */
@NullMarked
package dev.inlet.support;

import org.jspecify.annotations.NullMarked;
