/**
 * The one catalogue of errors and the one place that writes an RFC 9457 document. Refuses to echo
 * an exception's text: whoever fails says what a person can do about it. Invariant: a 5xx carries a
 * trace id that also stands in the log, and nothing else about the cause.
 */
@NullMarked
package dev.inlet.platform.problem;

import org.jspecify.annotations.NullMarked;
