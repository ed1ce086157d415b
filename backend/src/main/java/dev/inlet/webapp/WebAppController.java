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
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Answers the addresses of the app's pages with its one document, a fresh nonce in it; the app
 * itself shows the right page. Its other files are static resources.
 */
@Hidden
@Controller
class WebAppController {

  private static final String NONCE_PLACEHOLDER = "__CSP_NONCE__";
  private static final int NONCE_BYTES = 16;

  private final ResourceResolver resources;
  private final SecureRandom random = new SecureRandom();

  WebAppController(ResourceResolver resources) {
    this.resources = resources;
  }

  @Get(
      uris = {
        "/",
        "/index.html",
        "/sign-in",
        "/sign-up",
        "/forgot-password",
        "/set-password",
        "/confirm-email",
        "/invitation",
        "/api-reference",
        "/account",
        "/account/{+page}",
        "/o",
        "/o/{+page}",
        "/support",
        "/support/{+page}"
      })
  @Produces(MediaType.TEXT_HTML)
  @ExecuteOn(TaskExecutors.BLOCKING)
  MutableHttpResponse<String> page() throws IOException {
    try (InputStream document =
        resources.getResourceAsStream("classpath:webapp/index.html").orElse(null)) {
      if (document == null) {
        return HttpResponse.notFound();
      }
      return answer(new String(document.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private MutableHttpResponse<String> answer(String document) {
    String nonce = nonce();
    return HttpResponse.ok(document.replace(NONCE_PLACEHOLDER, nonce))
        .header(ContentSecurityPolicy.HEADER, ContentSecurityPolicy.ofDocument(nonce))
        // The document names the files of this very version, so it is asked for anew each time.
        .header("Cache-Control", "no-cache");
  }

  private String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
