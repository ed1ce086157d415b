package dev.inlet.platform.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;

/**
 * The errors of a part of Inlet whose callers were promised another shape than a problem document.
 * Takes the errors that arise before any controller is reached: wrong method, unreadable request, a
 * failure nobody foresaw.
 */
public interface ForeignErrorBody {

  boolean speaksFor(HttpRequest<?> request);

  MutableHttpResponse<?> answer(HttpRequest<?> request, MutableHttpResponse<?> error);
}
