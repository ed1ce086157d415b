package dev.inlet.platform.doctor;

import dev.inlet.platform.doctor.Finding.Grade;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has everything examined, and writes it down for an operator. */
@Singleton
public class Doctor {

  private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

  private final List<Examination> examinations;

  Doctor(List<Examination> examinations) {
    this.examinations = examinations;
  }

  /**
   * What was found.
   *
   * @param text a line for each finding
   * @param isSound whether Inlet can do its work
   */
  public record Report(String text, boolean isSound) {}

  private record Line(String subject, Finding finding) {

    String text() {
      return "%-8s %-18s %s".formatted(word(finding.grade()), subject, finding.sentence());
    }

    private static String word(Grade grade) {
      return switch (grade) {
        case FINE -> "ok";
        case WARNING -> "warning";
        case FAILURE -> "FAILURE";
      };
    }
  }

  /** Examines one after the other; one that fails itself is a finding, too. */
  public Report examine() {
    List<Line> lines = examinations.stream().flatMap(Doctor::lines).toList();
    long failures = lines.stream().filter(line -> line.finding().grade() == Grade.FAILURE).count();
    Stream<String> end =
        Stream.of(failures == 0 ? "Nothing keeps Inlet from working." : failures + " to mend.");
    List<String> all = Stream.concat(lines.stream().map(Line::text), end).toList();
    return new Report(String.join("%n".formatted(), all), failures == 0);
  }

  private static Stream<Line> lines(Examination examination) {
    return found(examination).stream().map(finding -> new Line(examination.subject(), finding));
  }

  private static List<Finding> found(Examination examination) {
    try {
      return examination.examine();
    } catch (RuntimeException e) {
      LOG.error("The examination of {} failed", examination.subject(), e);
      return List.of(Finding.failure("This could not be examined: the log says why."));
    }
  }
}
