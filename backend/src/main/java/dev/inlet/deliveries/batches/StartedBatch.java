package dev.inlet.deliveries.batches;

/** Whose doing it is that a batch runs, and what they confirmed. */
record StartedBatch(String startedBy, Confirmations confirmations) {}
