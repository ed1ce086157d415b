package dev.inlet.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.testing.TestInlet;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The plan is made once, perhaps while there is nothing yet, and kept when there is a lot. */
class GroupPlanTest {

  private static final TestInlet INLET = TestInlet.shared();

  @Test
  void finishesAreLookedForOneByOne() throws SQLException {
    String plan = plan(GroupStatement.FINISH);

    assertThat(plan).doesNotContain("Seq Scan", "Bitmap", "Materialize", "Hash");
    assertThat(plan.indexOf("Function Scan on f")).isBetween(0, plan.indexOf("Index Scan"));
    assertThat(plan.lines().filter(line -> line.contains("Index Cond")))
        .isNotEmpty()
        .allMatch(line -> line.contains("received_at = f.received_at"));
  }

  private static String plan(String finish) throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Connection connection = INLET.connection("journal-writer");
        Statement statement = connection.createStatement()) {
      statement.execute("PREPARE finish AS " + numbered(finish));
      String arguments = "NULL, ".repeat((int) finish.chars().filter(c -> c == '?').count() - 1);
      try (ResultSet line =
          statement.executeQuery("EXPLAIN EXECUTE finish (" + arguments + "now())")) {
        while (line.next()) {
          plan.append(line.getString(1)).append('\n');
        }
      }
      statement.execute("DEALLOCATE finish");
    }
    return plan.toString();
  }

  private static String numbered(String statement) {
    Matcher parameter = Pattern.compile("\\?").matcher(statement);
    StringBuilder numbered = new StringBuilder();
    for (int i = 1; parameter.find(); i++) {
      parameter.appendReplacement(numbered, "\\$" + i);
    }
    return parameter.appendTail(numbered).toString();
  }
}
