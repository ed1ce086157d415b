package dev.inlet.platform.http;

import dev.inlet.platform.doctor.Examination;
import dev.inlet.platform.doctor.Finding;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;

/** Whether the world can send to the address that open URLs begin with, as far as can be seen. */
@Singleton
class PublicUrlExamination implements Examination {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final PublicUrl publicUrl;

  PublicUrlExamination(PublicUrl publicUrl) {
    this.publicUrl = publicUrl;
  }

  @Override
  public String subject() {
    return "Public address";
  }

  @Override
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    if (!publicUrl.isHttps()) {
      findings.add(
          Finding.warning(
              "%s is not encrypted: put a proxy with TLS before it, and its address into INLET_PUBLIC_URL."
                  .formatted(publicUrl.of(""))));
    }
    findings.add(answer());
    return findings;
  }

  private Finding answer() {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(publicUrl.of("/health/readiness")))
              .timeout(TIMEOUT)
              .build();
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      return status == 200
          ? Finding.fine("A node answers at %s and is ready.".formatted(publicUrl.of("")))
          : Finding.warning(
              "%s answers %d where a node that is ready answers 200: see what stands before it."
                  .formatted(publicUrl.of(""), status));
    } catch (SSLException e) {
      return Finding.warning(
          "%s has no certificate that Java trusts (%s): senders may refuse it, too."
              .formatted(publicUrl.of(""), e.getMessage()));
    } catch (IOException e) {
      return Finding.warning(
          "Nothing answers at %s from here: as it should be before the first start; after it, see what stands before it."
              .formatted(publicUrl.of("")));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.warning("Nobody waited for an answer of %s.".formatted(publicUrl.of("")));
    }
  }
}
