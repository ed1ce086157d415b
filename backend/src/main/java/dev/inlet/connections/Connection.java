package dev.inlet.connections;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** An organization's connection as it is stored, its password aside. */
record Connection(
    UUID id,
    Edition edition,
    URI baseUrl,
    String username,
    ZoneId timeZone,
    int concurrentCallsMax,
    Instant updatedAt) {}
