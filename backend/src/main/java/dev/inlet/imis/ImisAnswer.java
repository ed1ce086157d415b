package dev.inlet.imis;

import java.nio.charset.StandardCharsets;

/**
 * What iMIS answered.
 *
 * @param status the HTTP status
 * @param body its bytes, as many as are read at most
 * @param isCut whether there were more
 */
public record ImisAnswer(int status, byte[] body, boolean isCut) {

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  boolean isSuccess() {
    return status == 200 || status == 201 || status == 202 || status == 204;
  }
}
