package dev.inlet.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlet.testing.Await;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DownloadTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final byte[] CHUNK = new byte[1000];

  @Test
  void carriesEverythingInOrder() throws IOException {
    byte[] bytes = new byte[1_000_003];
    new Random(1).nextBytes(bytes);

    InputStream in =
        Download.stream(
            out -> {
              out.write(bytes[0]);
              out.write(bytes, 1, 200_000);
              out.write(bytes, 200_001, bytes.length - 200_001);
            },
            LONG);

    ByteArrayOutputStream read = new ByteArrayOutputStream();
    read.write(in.read());
    in.transferTo(read);
    assertThat(read.toByteArray()).isEqualTo(bytes);
  }

  @Test
  void isEmptyIfNothingIsWritten() throws IOException {
    assertThat(Download.stream(out -> {}, LONG).readAllBytes()).isEmpty();
  }

  @Test
  void neverEndsAsIfItWereCompleteWhenTheWriterFails() {
    for (Throwable failure :
        new Throwable[] {new IOException("x"), new IllegalStateException("x"), new Error("x")}) {
      InputStream in =
          Download.stream(
              out -> {
                out.write(CHUNK);
                out.flush();
                sneakyThrow(failure);
              },
              LONG);

      assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class).hasRootCause(failure);
    }
  }

  @Test
  void endsTheWriterWhenTheReaderGoesAway() throws IOException {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    InputStream in = Download.stream(endless(new AtomicLong(), ended), LONG);

    assertThat(in.readNBytes(10)).hasSize(10);
    in.close();

    assertThat(ended.join()).isInstanceOf(IOException.class).hasMessageContaining("went away");
    assertThatThrownBy(in::read).isInstanceOf(IOException.class);
  }

  @Test
  void endsTheWriterWhenNobodyReads() {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();

    InputStream in = Download.stream(endless(new AtomicLong(), ended), Duration.ofMillis(50));

    assertThat(ended.join()).isInstanceOf(IOException.class).hasMessageContaining("took nothing");
    assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
  }

  @Test
  void writesLittleMoreThanASlowReaderHasTaken() throws IOException {
    AtomicLong written = new AtomicLong();
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    try (InputStream in = Download.stream(endless(written, ended), LONG)) {
      for (int taken = 0; taken < 1_000_000; taken += 100_000) {
        int least = taken + Pipe.CAPACITY;
        Await.until(() -> written.get() >= least);
        assertThat(written.get()).isLessThan(taken + 2L * Pipe.CAPACITY);

        in.readNBytes(100_000);
      }
    }
    assertThat(ended.join()).isNotNull();
  }

  @Test
  void isAFileToSaveThatNobodyKeeps() {
    HttpResponse<InputStream> answer =
        Download.of("inlet-demo.csv", MediaType.TEXT_CSV_TYPE, out -> {});

    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"inlet-demo.csv\"");
    assertThat(answer.header("Content-Type")).isEqualTo("text/csv");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThatThrownBy(() -> Download.of("a\"b", MediaType.TEXT_CSV_TYPE, out -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Download.Writing endless(AtomicLong written, CompletableFuture<Throwable> ended) {
    return out -> {
      try {
        while (true) {
          write(out, written);
        }
      } catch (IOException e) {
        ended.complete(e);
        throw e;
      }
    };
  }

  private static void write(OutputStream out, AtomicLong written) throws IOException {
    out.write(CHUNK);
    written.addAndGet(CHUNK.length);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneakyThrow(Throwable failure) throws E {
    throw (E) failure;
  }
}
