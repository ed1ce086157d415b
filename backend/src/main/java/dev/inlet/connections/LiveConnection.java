package dev.inlet.connections;

import dev.inlet.imis.ImisClient;
import java.time.ZoneId;

/**
 * An organization's iMIS, ready to be called, which product it is, and the time zone that it keeps
 * its dates in.
 */
public record LiveConnection(ImisClient client, Edition edition, ZoneId timeZone) {}
