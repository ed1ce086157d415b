package dev.inlet.deliveries;

import dev.inlet.actions.ActionResult;
import dev.inlet.platform.json.StorableText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What iMIS was sent and what it answered, as the journal keeps them: deflated together. iMIS says
 * the same words over and over; left to PostgreSQL, compressing them was two fifths of what it did
 * to end a delivery.
 *
 * @param request the body that was sent, bounded; null if none was
 * @param response the body that was answered, bounded; null if none was
 */
record StoredExchange(@Nullable String request, @Nullable String response) {

  /** More than UTF-8 takes for any text that is cut. */
  private static final int BYTES_MAX = 4 * JournalRow.TEXT_MAX;

  private static final int NONE = -1;

  /** What is too long is cut. */
  static StoredExchange of(ActionResult.Exchange exchange) {
    return new StoredExchange(
        StorableText.of(exchange.request(), JournalRow.TEXT_MAX),
        StorableText.of(exchange.response(), JournalRow.TEXT_MAX));
  }

  byte[] deflated() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, fast))) {
      write(out, request);
      write(out, response);
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing is written but memory", e);
    } finally {
      fast.end();
    }
    return bytes.toByteArray();
  }

  static StoredExchange inflated(byte[] deflated) {
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(deflated)))) {
      return new StoredExchange(read(in), read(in));
    } catch (IOException e) {
      throw new UncheckedIOException("What an attempt exchanged with iMIS cannot be read", e);
    }
  }

  private static void write(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(NONE);
      return;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static @Nullable String read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length == NONE) {
      return null;
    }
    if (length < 0 || length > BYTES_MAX) {
      throw new IOException("No text is as long as that: " + length);
    }
    byte[] utf8 = new byte[length];
    in.readFully(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
