/**
 * Tells an organization that something of it fails, and that it works again: rules, incidents,
 * e-mails, and messages to addresses of its own. Refuses to know why a delivery failed, and looks
 * at counts, never at payloads. Invariant: of a rule and what it watches one incident is open at
 * most, whichever nodes notice, and what is told of it commits with it.
 */
@NullMarked
package dev.inlet.alerts;

import org.jspecify.annotations.NullMarked;
