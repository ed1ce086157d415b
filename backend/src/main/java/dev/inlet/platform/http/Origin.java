package dev.inlet.platform.http;

/**
 * Where a request came from.
 *
 * @param address the caller's, or what a trusted proxy says of it
 * @param device the User-Agent as it called itself, bounded; blank if it did not
 */
public record Origin(String address, String device) {}
