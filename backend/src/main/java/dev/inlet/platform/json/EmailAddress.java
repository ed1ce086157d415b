package dev.inlet.platform.json;

/**
 * What an e-mail address may look like: the addresses people have, not all that the standard
 * allows. Bounded, so that no text takes long; plain, so that none hides or says anything.
 */
public final class EmailAddress {

  /** A regular expression for {@code @Pattern}; after the one of HTML's e-mail fields. */
  public static final String PATTERN =
      "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}";

  public static final String MESSAGE = "This is not an e-mail address.";

  private EmailAddress() {}
}
