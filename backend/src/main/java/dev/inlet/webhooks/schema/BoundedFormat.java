package dev.inlet.webhooks.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;

/**
 * A format of the library that is not asked about texts longer than any that fits it: some of its
 * checks take quadratic time, or recurse for each character.
 */
final class BoundedFormat implements Format {

  private static final int LENGTH_MAX = 1_000;

  private final Format format;

  BoundedFormat(Format format) {
    this.format = format;
  }

  @Override
  public String getName() {
    return format.getName();
  }

  @Override
  public String getMessageKey() {
    return format.getMessageKey();
  }

  @Override
  public boolean matches(ExecutionContext context, SchemaContext schemas, String text) {
    try {
      return text.length() <= LENGTH_MAX && format.matches(context, schemas, text);
    } catch (ValidationBudget.SpentException e) {
      throw e;
    } catch (RuntimeException e) {
      // The library's way of not understanding, for some texts of some formats.
      return false;
    }
  }
}
