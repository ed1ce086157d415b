package dev.inlet.offboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import dev.inlet.testing.Await;
import dev.inlet.testing.Definitions;
import dev.inlet.testing.Sql;
import dev.inlet.testing.Tenant;
import dev.inlet.testing.TestInlet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How an export travels: to slow readers, and when it cannot be finished. */
class ExportTransferTest {

  private static final TestInlet INLET = TestInlet.shared();
  private static final Simulator SIMULATOR = Simulator.start();

  /** What an answer of unknown length that was sent completely ends with. */
  private static final String LAST_CHUNK = "0\r\n\r\n";

  private final Furnished organization = Furnished.in(INLET, SIMULATOR);
  private final Tenant tenant = organization.tenant();
  private final JsonNode webhook = organization.webhook();

  @AfterAll
  static void stop() {
    SIMULATOR.close();
  }

  @Test
  void breaksTheTransferWhenItFailsMidway() {
    TestInlet inlet = TestInlet.start(Map.of());
    try {
      Tenant unlucky = Tenant.in(inlet);
      JsonNode hook = unlucky.createWebhook(Definitions.sample());
      for (int i = 0; i < 3; i++) {
        unlucky.deliver(hook, noise(i)); // much of it is on its way when it fails
      }
      Sql.execute(inlet, "REVOKE SELECT ON webhook_versions FROM inlet_app");

      assertThatThrownBy(() -> Downloads.export(inlet, unlucky)).isInstanceOf(IOException.class);

      Sql.execute(inlet, "GRANT SELECT ON webhook_versions TO inlet_app");
      Await.until(() -> isExportPossible(inlet, unlucky));
    } finally {
      inlet.close();
    }
  }

  @Test
  void waitsForASlowReaderWithoutATransactionAndEndsWithOneWhoGoesAway() throws IOException {
    try (Socket slow = slowReader()) {
      InputStream in = slow.getInputStream();
      assertThat(new String(in.readNBytes(15), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 200 OK");

      for (int i = 0; i < 5; i++) {
        in.readNBytes(50_000);
        assertThat(isExportPossible(INLET, tenant)).isFalse();
        Await.until(() -> openTransactions() == 0);
      }
    }

    Await.until(() -> isExportPossible(INLET, tenant));
  }

  @Test
  void breaksTheTransferWhenTheOrganizationIsDeletedMeanwhile() throws IOException {
    try (Socket slow = slowReader()) {
      InputStream in = slow.getInputStream();
      in.readNBytes(50_000);

      assertThat(DeletionTest.delete(tenant).statusCode()).isEqualTo(204);

      byte[] rest = readToTheEnd(in);
      assertThat(new String(rest, rest.length - 5, 5, StandardCharsets.ISO_8859_1))
          .isNotEqualTo(LAST_CHUNK);
    }
  }

  /** Of an archive that fits into nobody's buffers. */
  private Socket slowReader() throws IOException {
    for (int i = 0; i < 12; i++) {
      tenant.deliver(webhook, noise(i));
    }
    Socket slow = new Socket();
    slow.setReceiveBufferSize(4096);
    slow.connect(new InetSocketAddress("localhost", INLET.port()));
    slow.getOutputStream().write(request(tenant));
    return slow;
  }

  /** A server that breaks a connection may also reset it. */
  private static byte[] readToTheEnd(InputStream in) {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      in.transferTo(read);
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("reset");
    }
    return read.toByteArray();
  }

  private static int openTransactions() {
    return Integer.parseInt(
        Sql.rows(
                INLET,
                """
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = 'inlet_app' AND xact_start IS NOT NULL
                """)
            .getFirst());
  }

  private static boolean isExportPossible(TestInlet inlet, Tenant tenant) {
    try {
      return Downloads.export(inlet, tenant).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] request(Tenant tenant) {
    return "GET /api/organizations/%s/export HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
        .formatted(tenant.organization(), tenant.token())
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] noise(int seed) {
    byte[] bytes = new byte[1_000_000];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
