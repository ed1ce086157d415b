package dev.inlet.imis;

/**
 * Hears how iMIS takes the user name and password of one connection. Called on the thread that
 * signs in, each time it does.
 */
public interface CredentialsListener {

  void accepted();

  void refused();
}
