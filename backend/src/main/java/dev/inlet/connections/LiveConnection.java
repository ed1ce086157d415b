package dev.inlet.connections;

import dev.inlet.imis.CallTimes;
import dev.inlet.imis.ImisClient;
import java.time.ZoneId;

/**
 * An organization's iMIS, ready to be called, which product it is, and the time zone that it keeps
 * its dates in.
 */
public record LiveConnection(ImisClient client, Edition edition, ZoneId timeZone) {

  /** The same one for one of those who share it, none of whom keeps the others waiting. */
  public LiveConnection onBehalfOf(Object someone) {
    return new LiveConnection(client.onBehalfOf(someone), edition, timeZone);
  }

  /** The same one for one thread that wants to know what the time of its calls goes to. */
  public LiveConnection timed(CallTimes spent) {
    return new LiveConnection(client.timed(spent), edition, timeZone);
  }
}
