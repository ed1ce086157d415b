package dev.inlet.webhooks;

import dev.inlet.webhooks.file.FileSchema;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;

/** Hands the file's schema to editors, which sign in nowhere. */
@Controller(FileSchemaController.PATH)
@Hidden
class FileSchemaController {

  static final String PATH = "/schemas/inlet.schema.json";

  private final FileSchema schema;

  FileSchemaController(FileSchema schema) {
    this.schema = schema;
  }

  @Get
  @Produces(MediaType.APPLICATION_JSON)
  String schema() {
    return schema.text();
  }
}
