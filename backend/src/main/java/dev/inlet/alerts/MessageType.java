package dev.inlet.alerts;

/** What a message to an endpoint is about. Its name on the wire is public and never changes. */
enum MessageType {
  ALERT_OPENED("alert.opened"),
  ALERT_CLOSED("alert.closed"),
  ALERT_TEST("alert.test");

  private final String wire;

  MessageType(String wire) {
    this.wire = wire;
  }

  String wire() {
    return wire;
  }
}
