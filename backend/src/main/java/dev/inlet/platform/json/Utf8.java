package dev.inlet.platform.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 without mercy: bytes that are not UTF-8 are refused, never replaced. */
final class Utf8 {

  private Utf8() {}

  static String decode(byte[] bytes) throws InvalidJsonException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      throw notUtf8(text.toString().replaceFirst("^\uFEFF", ""));
    }
    return text.toString();
  }

  static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean isPair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!isPair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static InvalidJsonException notUtf8(String readable) {
    int line = 1 + (int) readable.chars().filter(c -> c == '\n').count();
    int column = readable.length() - readable.lastIndexOf('\n');
    return new InvalidJsonException("The text is not encoded as UTF-8.", line, column);
  }
}
