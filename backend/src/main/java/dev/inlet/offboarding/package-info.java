/**
 * How an organization leaves: with all that is kept of it, and then without a trace. Refuses to
 * know which features keep something. Invariant: whatever was closed is unreachable at once and
 * erased in the end, whichever node fails meanwhile.
 */
@NullMarked
package dev.inlet.offboarding;

import org.jspecify.annotations.NullMarked;
