package dev.inlet.standalone;

import dev.inlet.standalone.Pages.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that a page has its reader do in a shell or in PostgreSQL.
 *
 * @param page what it is called, from the root
 * @param text as it is typed
 */
record DocumentedCommand(String page, int line, String text) {

  /**
   * What is set apart and is no command, by how it begins: JSON, a difference, an address, an HTTP
   * message, settings, a program, what a program says. Whatever else is set apart is one.
   */
  private static final Pattern NO_COMMAND =
      Pattern.compile(
          "[{\"+].*|https://.*|POST /.*|[A-Z][A-Za-z-]+: .*|\\w+ = .*|INLET_[A-Z_]+=\\S*"
              + "|(const|try) .*|The file .*|delivery  .*");

  /** What stands in the middle of a sentence is one if it is whole: a word alone is a name. */
  private static final Pattern WITHIN_A_SENTENCE =
      Pattern.compile(
          "([A-Z_]+=\\S+ )*"
              + "(\\./\\w+ .+|\\.ci/\\w+.*|benchmarks/run .+|docs/\\S+\\.sh.*"
              + "|(apt|apt-get|cd|cosign|curl|docker|gh|git|inlet|java|jcmd|npm|openssl|promtool|psql|sh|sha256sum"
              + "|sudo|systemctl|tar) .+"
              + "|pg_\\w+ -.+|(SELECT|UPDATE|DELETE FROM|INSERT INTO) [^…]+)",
          Pattern.DOTALL);

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final String PROMPT = "$ ";

  /** A step of a workflow. */
  private static final Pattern STEP = Pattern.compile("[- ]*run: (.*)");

  /** All that the pages have one do, each page from its beginning. */
  static List<DocumentedCommand> all() throws IOException {
    return Pages.all().stream().flatMap(page -> of(page).stream()).toList();
  }

  static List<DocumentedCommand> of(Path page) {
    List<DocumentedCommand> commands = new ArrayList<>();
    String name = Pages.name(page);
    List<String> prose = new ArrayList<>(Pages.lines(page));
    for (Block block : Pages.blocks(page)) {
      for (int i = 0; i < block.lines().size(); i++) {
        prose.set(block.line() - 1 + i, "");
      }
      addAll(commands, name, block);
    }
    addAll(commands, name, prose);
    commands.sort(Comparator.comparingInt(DocumentedCommand::line));
    return commands;
  }

  private static void addAll(List<DocumentedCommand> commands, String page, Block block) {
    boolean isYaml = block.language().equals("yaml");
    boolean isPrompted = block.lines().getFirst().startsWith(PROMPT);
    if (!isYaml && NO_COMMAND.matcher(block.lines().getFirst()).matches()) {
      return;
    }
    int last = -1;
    for (int i = 0; i < block.lines().size(); i++) {
      String line = block.lines().get(i);
      Matcher step = STEP.matcher(line);
      if (isYaml) {
        if (step.matches()) {
          commands.add(new DocumentedCommand(page, block.line() + i, step.group(1)));
        }
      } else if (isPrompted) {
        if (line.startsWith(PROMPT)) {
          commands.add(
              new DocumentedCommand(page, block.line() + i, line.substring(PROMPT.length())));
        }
      } else if (line.startsWith(" ") && last >= 0) {
        commands.set(last, commands.get(last).goingOn(line));
      } else if (!line.startsWith("#")) {
        last = commands.size();
        commands.add(new DocumentedCommand(page, block.line() + i, line));
      }
    }
  }

  private DocumentedCommand goingOn(String next) {
    return new DocumentedCommand(page, line, text + "\n" + next);
  }

  /** Paragraph by paragraph: what begins in one does not end in the next. */
  private static void addAll(List<DocumentedCommand> commands, String page, List<String> prose) {
    StringBuilder paragraph = new StringBuilder();
    int begin = 0;
    for (int i = 0; i <= prose.size(); i++) {
      if (i < prose.size() && !prose.get(i).isBlank()) {
        begin = paragraph.isEmpty() ? i : begin;
        paragraph.append(prose.get(i)).append('\n');
      } else {
        Matcher code = CODE.matcher(paragraph);
        while (code.find()) {
          String text = code.group(1).replace('\n', ' ');
          if (WITHIN_A_SENTENCE.matcher(text).matches()) {
            int line = begin + (int) paragraph.substring(0, code.start()).lines().count();
            commands.add(new DocumentedCommand(page, line, text));
          }
        }
        paragraph.setLength(0);
      }
    }
  }

  @Override
  public String toString() {
    return "%s:%d  %s".formatted(page, line, text);
  }
}
