/**
 * Loses an installation's database and gets it back, as {@code docs/backup-and-restore.md} says.
 * Owns the drill and what must be true after it; knows nothing of how Inlet stores a delivery.
 */
@NullMarked
package dev.inlet.benchmarks.recovery;

import org.jspecify.annotations.NullMarked;
