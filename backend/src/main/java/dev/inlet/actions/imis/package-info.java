/**
 * Inserts records into iMIS. Nobody imports this package: it is reached through the registry of
 * action types.
 */
@NullMarked
package dev.inlet.actions.imis;

import org.jspecify.annotations.NullMarked;
