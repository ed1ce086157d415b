package dev.inlet.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The repository's documents. */
final class Pages {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final String FENCE = "```";
  private static final String INDENT = "    ";

  private static final Set<String> NOT_OURS = Set.of("node_modules", "target", "data", ".git");

  /** What programs make pages of, which lie elsewhere then. */
  private static final Path TEMPLATES = Path.of("src", "main", "resources");

  private Pages() {}

  /**
   * Lines that a page sets apart: indented, or between fences.
   *
   * @param line the number of its first
   * @param language what a fence says that it is in; empty if it says nothing
   */
  record Block(int line, String language, List<String> lines) {}

  /** Every page that is written for people, wherever it stands. */
  static List<Path> all() throws IOException {
    List<Path> pages = new ArrayList<>();
    collect(ROOT, pages);
    return pages;
  }

  private static void collect(Path folder, List<Path> pages) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry)) {
          if (!NOT_OURS.contains(name) && !entry.endsWith(TEMPLATES)) {
            collect(entry, pages);
          }
        } else if (name.endsWith(".md")) {
          pages.add(entry);
        }
      }
    }
  }

  static List<String> lines(Path page) {
    try {
      return Files.readAllLines(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a page is called, from the root. */
  static String name(Path page) {
    return ROOT.relativize(page).toString();
  }

  /** What a page sets apart: by four spaces after an empty line, or by fences. */
  static List<Block> blocks(Path page) {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = lines(page);
    for (int i = 0; i < lines.size(); i++) {
      int begin = i;
      if (lines.get(i).startsWith(FENCE)) {
        i++;
        while (!lines.get(i).startsWith(FENCE)) {
          i++;
        }
        String language = lines.get(begin).substring(FENCE.length());
        blocks.add(new Block(begin + 2, language, lines.subList(begin + 1, i)));
      } else if (isIndented(lines, i) && i > 0 && lines.get(i - 1).isBlank()) {
        while (isIndented(lines, i)) {
          i++;
        }
        List<String> text = lines.subList(begin, i).stream().map(Pages::outdented).toList();
        blocks.add(new Block(begin + 1, "", text));
      }
    }
    return blocks;
  }

  private static boolean isIndented(List<String> lines, int i) {
    return i < lines.size() && lines.get(i).startsWith(INDENT);
  }

  private static String outdented(String line) {
    return line.substring(INDENT.length());
  }
}
