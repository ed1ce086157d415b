package dev.inlet.intake;

import dev.inlet.deliveries.CallerAnswer;
import dev.inlet.deliveries.DeliveryId;
import dev.inlet.platform.logging.LogFields;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.time.Deadline;
import dev.inlet.webhooks.OpenWebhook;
import dev.inlet.webhooks.WebhookCatalog;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open URL. Takes any content type, because senders seldom set the right one; everything is
 * read as JSON.
 */
@Hidden
@Controller("/hooks")
class IntakeController {

  private static final Logger LOG = LoggerFactory.getLogger(IntakeController.class);

  private final WebhookCatalog catalog;
  private final Intake intake;
  private final IntakeMeters meters;
  private final Clock clock;

  IntakeController(WebhookCatalog catalog, Intake intake, IntakeMeters meters, Clock clock) {
    this.catalog = catalog;
    this.intake = intake;
    this.meters = meters;
    this.clock = clock;
  }

  @Post("/{organizationSlug}/{webhookKey}")
  @Consumes(MediaType.ALL)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<CallerAnswer> receive(
      @PathVariable String organizationSlug,
      @PathVariable String webhookKey,
      HttpRequest<?> request) {
    long start = System.nanoTime();
    DeliveryId id = DeliveryId.at(clock.instant());
    try (LogFields _ = LogFields.ofDelivery(id.value())) {
      Answer answer = answer(id, start, organizationSlug, webhookKey, request);
      meters.answered(answer.status(), System.nanoTime() - start);
      return answer.response(id);
    }
  }

  private Answer answer(
      DeliveryId id, long start, String slug, String key, HttpRequest<?> request) {
    try {
      Optional<OpenWebhook> open = catalog.find(slug, key);
      if (open.isEmpty()) {
        return Answer.notFound();
      }
      Deadline deadline = Deadline.after(start, open.get().webhook().deadline());
      return intake.receive(id, open.get(), request, deadline);
    } catch (ProblemException e) {
      return Answer.crowded();
    } catch (RuntimeException e) {
      LOG.error("Delivery {} failed unexpectedly", id, e);
      return Answer.later(
          503, "Inlet cannot take deliveries right now. Try again later.", Answer.RETRY_SOON);
    }
  }
}
