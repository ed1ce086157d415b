package dev.inlet.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.platform.doctor.Finding;
import dev.inlet.testing.TestInlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the doctor says of how many files and connections a process may have open. */
class DescriptorExaminationTest {

  private static final Path COMPOSE = Path.of("../docker-compose.yml");
  private static final Pattern LIMIT = Pattern.compile("nofile: \\$\\{INLET_FILES_MAX:-(\\d+)}");

  private final DescriptorExamination examination =
      new DescriptorExamination(TestInlet.shared().bean(ConnectionConfiguration.class));

  @Test
  void isContentWithWhatTheContainerIsGiven() throws IOException {
    assertThat(LIMIT.matcher(Files.readString(COMPOSE)).results().map(this::finding))
        .singleElement()
        .satisfies(finding -> assertThat(finding.grade()).isEqualTo(Finding.Grade.FINE));
  }

  @Test
  void warnsWhereCallersAloneCouldTakeThemAll() {
    assertThat(examination.finding(20_000).grade()).isEqualTo(Finding.Grade.WARNING);
  }

  private Finding finding(MatchResult limit) {
    return examination.finding(Long.parseLong(limit.group(1)));
  }
}
