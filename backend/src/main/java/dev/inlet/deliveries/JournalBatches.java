package dev.inlet.deliveries;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The statements of a group of journal entries; one that got no row is not sent. */
final class JournalBatches {

  final PreparedStatement inserts;
  final PreparedStatement terms;
  final PreparedStatement finishes;
  final PreparedStatement again;
  final PreparedStatement attempts;
  final PreparedStatement answers;
  final PreparedStatement withdrawals;
  int insertCount;
  int termsCount;
  final List<JournalEntry.Finish> finished = new ArrayList<>();
  final List<JournalEntry.Finish> queued = new ArrayList<>();
  int answerCount;
  int withdrawalCount;

  JournalBatches(
      PreparedStatement inserts,
      PreparedStatement terms,
      PreparedStatement finishes,
      PreparedStatement again,
      PreparedStatement attempts,
      PreparedStatement answers,
      PreparedStatement withdrawals) {
    this.inserts = inserts;
    this.terms = terms;
    this.finishes = finishes;
    this.again = again;
    this.attempts = attempts;
    this.answers = answers;
    this.withdrawals = withdrawals;
  }

  /**
   * Writes the group.
   *
   * @return the finishes whose deliveries stand otherwise than their attempts began them
   */
  List<JournalEntry.Finish> execute() throws SQLException {
    if (insertCount > 0) {
      inserts.executeBatch();
    }
    if (termsCount > 0) {
      terms.executeBatch();
    }
    List<JournalEntry.Finish> unsettled = finish();
    if (answerCount > 0) {
      answers.executeBatch();
    }
    if (withdrawalCount > 0) {
      withdrawals.executeBatch();
    }
    return unsettled;
  }

  private List<JournalEntry.Finish> finish() throws SQLException {
    if (finished.isEmpty() && queued.isEmpty()) {
      return List.of();
    }
    List<JournalEntry.Finish> unsettled =
        Stream.concat(unchanged(finishes, finished), unchanged(again, queued)).toList();
    attempts.executeBatch();
    return unsettled;
  }

  private static Stream<JournalEntry.Finish> unchanged(
      PreparedStatement statement, List<JournalEntry.Finish> entries) throws SQLException {
    if (entries.isEmpty()) {
      return Stream.of();
    }
    int[] changed = statement.executeBatch();
    return IntStream.range(0, changed.length).filter(i -> changed[i] == 0).mapToObj(entries::get);
  }
}
