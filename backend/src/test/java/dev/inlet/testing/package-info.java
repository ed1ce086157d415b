/**
 * What the tests stand on: a real PostgreSQL, a running Inlet, a simulated iMIS, and tenants of
 * their own.
 */
@NullMarked
package dev.inlet.testing;

import org.jspecify.annotations.NullMarked;
