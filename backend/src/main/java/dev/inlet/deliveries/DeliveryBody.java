package dev.inlet.deliveries;

import dev.inlet.platform.json.Mask;
import io.micronaut.core.annotation.Introspected;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The body as it is stored: byte for byte as it was received, if nothing was left out or is masked.
 *
 * @param encoding {@code utf-8} if the bytes are text, else {@code base64}
 * @param content the text, or the bytes in Base64
 * @param isPartial whether there were more bytes than these
 */
@Introspected
public record DeliveryBody(String encoding, String content, boolean isPartial) {

  boolean holdsText() {
    return encoding.equals("utf-8");
  }

  /** One that could not be searched for what is masked. */
  static DeliveryBody masked(boolean isPartial) {
    return new DeliveryBody("utf-8", Mask.TEXT, isPartial);
  }

  static DeliveryBody of(byte[] bytes, boolean isPartial) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new DeliveryBody("utf-8", text, isPartial);
    } catch (CharacterCodingException e) {
      return new DeliveryBody("base64", Base64.getEncoder().encodeToString(bytes), isPartial);
    }
  }
}
