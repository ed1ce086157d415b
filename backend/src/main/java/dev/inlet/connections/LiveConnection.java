package dev.inlet.connections;

import dev.inlet.imis.ImisClient;
import java.time.ZoneId;

/** An organization's iMIS, ready to be called, and the time zone that iMIS keeps its dates in. */
public record LiveConnection(ImisClient client, ZoneId timeZone) {}
