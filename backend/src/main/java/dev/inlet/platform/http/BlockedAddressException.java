package dev.inlet.platform.http;

import java.net.UnknownHostException;

/** A name that leads where Inlet may not go. */
public final class BlockedAddressException extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  BlockedAddressException() {
    super("The address is not allowed");
  }
}
