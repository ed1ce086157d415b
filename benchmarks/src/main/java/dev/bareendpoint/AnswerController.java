package dev.bareendpoint;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;

/** On the threads that Inlet's open URLs are answered on. */
@Controller
class AnswerController {

  private static final byte[] ANSWER = "{\"success\":true}".getBytes(StandardCharsets.UTF_8);

  @Post("/{+path}")
  @Consumes(MediaType.ALL)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<byte[]> answer(@Body byte[] body) {
    return body.length == 0
        ? HttpResponse.badRequest()
        : HttpResponse.ok(ANSWER).contentType(MediaType.APPLICATION_JSON_TYPE);
  }
}
