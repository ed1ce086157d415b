package dev.inlet.actions;

import org.jspecify.annotations.Nullable;

/** What came of looking for the record of an earlier execution. */
public sealed interface Search {

  /**
   * It is there.
   *
   * @param recordId the target's id of it; null if it is not known
   */
  record Found(@Nullable String recordId) implements Search {}

  /** It is not there. */
  record Absent() implements Search {}

  /**
   * Nobody knows: it could not be looked for.
   *
   * @param error why, as a sentence
   */
  record Failed(FailureReason reason, String error) implements Search {}
}
