package dev.imissimulator;

import java.util.List;
import java.util.Map;

/**
 * What stands under {@code /api/{name}}. An operation that a resource does not have is 501, as in
 * iMIS.
 */
interface Resource {
  Answer list(Map<String, List<String>> parameters, Switches switches);

  Answer get(List<String> identity, Switches switches);

  default Answer insert(byte[] body, Switches switches) {
    return notImplemented(switches);
  }

  /** A dry run of {@link #insert}. */
  default Answer validate(byte[] body, Switches switches) {
    return notImplemented(switches);
  }

  default Answer update(List<String> identity, byte[] body, Switches switches) {
    return notImplemented(switches);
  }

  default Answer delete(List<String> identity, Switches switches) {
    return notImplemented(switches);
  }

  static Answer notImplemented(Switches switches) {
    return Answer.error(501, "Operation not implemented", switches.errorBody());
  }
}
