package dev.inlet.platform.access;

import dev.inlet.platform.security.Caller;

/** Asks for the password once more, before something that cannot be undone. */
public interface PasswordCheck {

  /**
   * Passes if this is the person's password.
   *
   * @param pointer to the password in the request
   * @throws dev.inlet.platform.problem.ProblemException if it is not, or was tried too often
   */
  void require(Caller.Person person, String password, String pointer);
}
