package dev.imissimulator;

import java.util.List;
import java.util.Map;

/**
 * A request to the iMIS part of the simulator as it arrived.
 *
 * @param path with the query, neither decoded
 * @param headers by name, whatever its case
 * @param body read as UTF-8
 */
public record ReceivedRequest(
    String method, String path, Map<String, List<String>> headers, String body) {}
