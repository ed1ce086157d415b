/**
 * Where features register what they count, and the port at which an operator's tools read it.
 * Refuses to know what is counted. Invariant: the number of series is bounded, however many tenants
 * there are: every tag takes few values, but the ids of tenants, of which only so many are told
 * apart ({@link dev.inlet.platform.metrics.TenantTimers}). No name of a tenant or person is counted
 * by, and nothing is readable at the port that deliveries come to.
 */
@NullMarked
package dev.inlet.platform.metrics;

import org.jspecify.annotations.NullMarked;
