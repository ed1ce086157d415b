/**
 * What of a delivery's way is told to a collector, by OpenTelemetry. Knows no feature. Invariants:
 * a span says ids, statuses and words of closed sets, and never a payload, a URL, a name or the
 * words of an exception; a delivery that is not sampled makes no span at all; nobody outside
 * decides what is sampled, and nothing of a trace leaves with a call to an iMIS.
 */
@NullMarked
package dev.inlet.platform.tracing;

import org.jspecify.annotations.NullMarked;
