package dev.inlet.connections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How iMIS takes the credentials of a connection, as it is stored.
 *
 * @param revision of two, the greater one is the newer
 * @param failingSince since when it refuses them; null if it does not, as far as is known
 */
record StoredCredentials(long revision, @Nullable Instant failingSince) {}
