package dev.inlet.deliveries.batches;

import dev.inlet.deliveries.ReplayProspect;

/**
 * What somebody confirmed who started a batch; what is not is skipped.
 *
 * @param isSucceeded whether records may be written that are there already
 * @param isUncertain whether records may be written that may be there already
 * @param isIncomplete whether records may lack values that are never stored
 */
record Confirmations(boolean isSucceeded, boolean isUncertain, boolean isIncomplete) {

  boolean cover(ReplayProspect prospect) {
    return switch (prospect) {
      case READY, LOOKS_FIRST, TOO_EARLY -> true;
      case SUCCEEDED -> isSucceeded;
      case UNCERTAIN -> isUncertain;
      case INCOMPLETE -> isIncomplete;
      case IMPOSSIBLE -> false;
    };
  }
}
