package dev.inlet.deliveries;

import io.micronaut.core.annotation.Introspected;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The body that was received, byte for byte.
 *
 * @param encoding {@code utf-8} if the bytes are text, else {@code base64}
 * @param content the text, or the bytes in Base64
 * @param isPartial whether there were more bytes than these
 */
@Introspected
public record DeliveryBody(String encoding, String content, boolean isPartial) {

  static DeliveryBody of(byte[] bytes, boolean isPartial) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new DeliveryBody("utf-8", text, isPartial);
    } catch (CharacterCodingException e) {
      return new DeliveryBody("base64", Base64.getEncoder().encodeToString(bytes), isPartial);
    }
  }
}
