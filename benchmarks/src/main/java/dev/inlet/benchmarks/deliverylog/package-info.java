/**
 * The delivery log with many deliveries in it: loads them, and measures looking for them, writing
 * more, dropping a day, and exporting.
 */
@NullMarked
package dev.inlet.benchmarks.deliverylog;

import org.jspecify.annotations.NullMarked;
