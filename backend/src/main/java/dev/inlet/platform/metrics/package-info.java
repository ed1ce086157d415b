/**
 * Where features register what they count. Refuses to know who reads it. Invariant: nothing that is
 * counted names a tenant, and every tag takes few values.
 */
@NullMarked
package dev.inlet.platform.metrics;

import org.jspecify.annotations.NullMarked;
