package dev.inlet.imis;

/**
 * An entity of an iMIS as lists show it.
 *
 * @param description what its designer says of it; may be blank
 * @param parent the entity whose records its rows belong to, such as Party
 * @param isDesignable whether a customer designed it, as panels are
 * @param isMultiInstance whether one parent may have several rows
 */
public record EntitySummary(
    String name, String description, String parent, boolean isDesignable, boolean isMultiInstance) {

  /** Whether contacts may have any number of rows in it, and a customer designed it. */
  public boolean isMultiInstancePanel() {
    return isDesignable && isMultiInstance && parent.equalsIgnoreCase("Party");
  }
}
