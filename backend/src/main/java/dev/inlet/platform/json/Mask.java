package dev.inlet.platform.json;

/** What stands in the place of a value that is not told. */
public final class Mask {

  public static final String TEXT = "•••";

  private Mask() {}
}
