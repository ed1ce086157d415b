package dev.inlet.webhooks.senders;

import java.time.Duration;

/** How much a sender may send; the intake says it. */
public interface SendingLimits {

  int maxBodyBytes();

  /** How long a body may take to come. */
  Duration bodyTime();
}
