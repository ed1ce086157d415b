package dev.inlet.webapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Hands out the contract of the management API, to anybody: it tells of no tenant. */
@Hidden
@Controller
class ContractController {

  private static final String FILE = "classpath:openapi.yml";

  private final String yaml;
  private final String json;

  ContractController(ResourceResolver resources) throws IOException {
    try (InputStream file = resources.getResourceAsStream(FILE).orElseThrow()) {
      this.yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    // Which takes a date for the text that it is.
    this.json = new ObjectMapper(new YAMLFactory()).readTree(yaml).toString();
  }

  @Get("/openapi.yml")
  @Produces("application/yaml")
  @ExecuteOn(TaskExecutors.BLOCKING)
  MutableHttpResponse<String> yaml() {
    return answer(yaml);
  }

  /** The same for browsers, which read no YAML. */
  @Get("/openapi.json")
  @Produces(MediaType.APPLICATION_JSON)
  @ExecuteOn(TaskExecutors.BLOCKING)
  MutableHttpResponse<String> json() {
    return answer(json);
  }

  private static MutableHttpResponse<String> answer(String contract) {
    return HttpResponse.ok(contract).header("Cache-Control", "no-cache");
  }
}
