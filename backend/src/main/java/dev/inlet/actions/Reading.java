package dev.inlet.actions;

import java.time.Instant;

/**
 * What was read of the target system.
 *
 * @param readAt when; others may have changed it there since
 */
public record Reading<T>(T value, Instant readAt) {}
