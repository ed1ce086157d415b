/**
 * An organization's connection to its iMIS: address, credentials, time zone, and the test that says
 * whether they work. Owns the decrypted credentials for as long as they are cached; they never
 * leave towards the API or the log.
 */
@NullMarked
package dev.inlet.connections;

import org.jspecify.annotations.NullMarked;
