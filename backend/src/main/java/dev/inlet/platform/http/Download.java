package dev.inlet.platform.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer that is written while it is read, however long it is, in little memory. One that could
 * not be written to its end breaks the transfer: nobody takes a part for the whole.
 */
public final class Download {

  private static final Logger LOG = LoggerFactory.getLogger(Download.class);

  /** A reader who takes nothing for so long is gone; whoever writes must not wait for ever. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int BUFFER_BYTES = 16 * 1024;

  /** What can stand between quotes in a header and be a file's name everywhere. */
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  private Download() {}

  /**
   * Writes the answer, on a thread of its own. It fails to be written to once the reader went away,
   * and must hold nothing meanwhile that others wait for: readers may be slow.
   */
  @FunctionalInterface
  public interface Writing {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Begins to write a file that the caller saves.
   *
   * @throws IllegalArgumentException if the name needs quoting
   */
  public static HttpResponse<InputStream> of(String fileName, MediaType type, Writing writing) {
    if (!FILE_NAME.matcher(fileName).matches()) {
      throw new IllegalArgumentException("Not a plain file name: " + fileName);
    }
    return HttpResponse.ok(stream(writing, PATIENCE))
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(fileName))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** Begins to write events that are read as they are written. */
  public static HttpResponse<InputStream> events(Writing writing) {
    return HttpResponse.ok(stream(writing, PATIENCE))
        .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Accel-Buffering", "no"); // or nginx would keep them until there are many
  }

  static InputStream stream(Writing writing, Duration patience) {
    Pipe pipe = new Pipe(patience);
    Thread.ofVirtual().name("download").start(() -> write(writing, pipe));
    return pipe.reader();
  }

  private static void write(Writing writing, Pipe pipe) {
    try {
      OutputStream out = new BufferedOutputStream(pipe.writer(), BUFFER_BYTES);
      writing.writeTo(out);
      out.flush();
      pipe.complete();
    } catch (Throwable e) {
      // Whatever it is, the reader must not wait for ever, nor believe that this was all.
      LOG.info("A download was not written to its end: {}", e.toString());
      pipe.fail(e);
    }
  }
}
