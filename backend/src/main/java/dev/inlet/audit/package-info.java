/**
 * Reading the audit trail: who did what to which thing, when, from where. Refuses to write it;
 * features do that through the platform. Invariant: what an organization reads is its own.
 */
@NullMarked
package dev.inlet.audit;

import org.jspecify.annotations.NullMarked;
