package dev.inlet.webhooks.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.json.JsonLimits;
import dev.inlet.platform.json.StrictJson;
import dev.inlet.platform.problem.FieldError;
import dev.inlet.webhooks.schema.FixedSchema;
import dev.inlet.webhooks.schema.Violation;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The published JSON Schema of the file. What an editor underlines is refused here, because it is
 * the same document.
 */
@Singleton
public final class FileSchema {

  private static final String SECRET = "/verification/secret";

  private final String text;
  private final FixedSchema schema;

  FileSchema() {
    try (InputStream stream = FileSchema.class.getResourceAsStream("/inlet.schema.json")) {
      this.text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      this.schema = new FixedSchema(new StrictJson(JsonLimits.DEFAULT).read(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InvalidJsonException e) {
      throw new IllegalStateException("The schema of the file is no JSON", e);
    }
  }

  /** The document as it is published. */
  public String text() {
    return text;
  }

  /** Why a file is none, with pointers into it; empty if it has the right form. */
  public List<FieldError> errors(JsonNode file) {
    return schema.validate(file).stream().map(FileSchema::error).toList();
  }

  private static FieldError error(Violation violation) {
    String sentence =
        violation.path().endsWith(SECRET)
            ? "A secret stands in no file; set it in the web app, where it stays."
            : violation
                .message()
                .replaceFirst("^webhooks\\.\\d+\\.", "")
                .replaceFirst("^webhooks\\.\\d+ ", "The webhook ")
                .replaceFirst("^The body ", "The file ");
    return new FieldError(violation.path(), sentence);
  }
}
