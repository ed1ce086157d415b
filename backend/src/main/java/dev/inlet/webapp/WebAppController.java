package dev.inlet.webapp;

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

/**
 * Answers the addresses of the app's pages with its one document; the app itself shows the right
 * page. Its other files are static resources.
 */
@Hidden
@Controller
class WebAppController {

  private final ResourceResolver resources;

  WebAppController(ResourceResolver resources) {
    this.resources = resources;
  }

  @Get(uris = {"/", "/sign-in", "/o", "/o/{+page}"})
  @Produces(MediaType.TEXT_HTML)
  @ExecuteOn(TaskExecutors.BLOCKING)
  MutableHttpResponse<byte[]> page() throws IOException {
    try (InputStream document =
        resources.getResourceAsStream("classpath:webapp/index.html").orElse(null)) {
      if (document == null) {
        return HttpResponse.notFound();
      }
      // The document names the files of this very version, so it is asked for anew each time.
      return HttpResponse.ok(document.readAllBytes()).header("Cache-Control", "no-cache");
    }
  }
}
