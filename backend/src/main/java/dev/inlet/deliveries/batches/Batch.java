package dev.inlet.deliveries.batches;

import dev.inlet.deliveries.ReplayProspect;
import dev.inlet.platform.tenancy.OrganizationId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Several deliveries that are replayed together.
 *
 * @param filter what they were found by, as JSON; null if they were named one by one
 * @param startedBy null until somebody starts it
 * @param pauseReason why it paused by itself; null if it did not
 * @param impossibleBecause why some could not be tried when it was planned, as JSON
 * @param plan how many deliveries had which prospect when it was planned
 * @param progress how many stand where
 */
record Batch(
    OrganizationId organization,
    UUID id,
    BatchState state,
    boolean isAsNow,
    @Nullable String filter,
    String impossibleBecause,
    Instant createdAt,
    String createdBy,
    @Nullable Instant startedAt,
    @Nullable String startedBy,
    @Nullable Instant endedAt,
    @Nullable String pauseReason,
    Confirmations confirmations,
    Map<ReplayProspect, Integer> plan,
    Map<BatchedState, Integer> progress) {}
