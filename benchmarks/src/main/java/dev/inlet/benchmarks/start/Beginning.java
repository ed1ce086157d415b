package dev.inlet.benchmarks.start;

import java.time.Duration;
import java.util.List;

/**
 * What was seen of one start.
 *
 * @param ready from the process's start until it said that it takes deliveries
 * @param workedUntilReady what processors worked for it until then
 * @param deliveries how long each took of those that followed, one after the other
 * @param workedForDeliveries what processors worked for it meanwhile
 */
record Beginning(
    Duration ready,
    Duration workedUntilReady,
    List<Duration> deliveries,
    Duration workedForDeliveries) {}
