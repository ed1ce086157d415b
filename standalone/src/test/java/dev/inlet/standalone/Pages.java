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

  private static final Set<String> NOT_OURS = Set.of("node_modules", "target", "data", ".git");

  /** What programs make pages of, which lie elsewhere then. */
  private static final Path TEMPLATES = Path.of("src", "main", "resources");

  private Pages() {}

  /** A block of lines that a page sets apart, and the number of its first line. */
  record Block(int line, String text) {}

  /** Every page that is written for people, wherever it stands. */
  static List<Path> all() throws IOException {
    List<Path> pages = new ArrayList<>();
    collect(ROOT, pages);
    return pages;
  }

  private static void collect(Path folder, List<Path> pages) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
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

  /** What a page sets apart by four spaces after an empty line. */
  static List<Block> blocks(Path page) {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = lines(page);
    int begin = -1;
    for (int i = 0; i <= lines.size(); i++) {
      boolean isCode = i < lines.size() && lines.get(i).startsWith("    ");
      if (isCode && begin < 0 && i > 0 && lines.get(i - 1).isBlank()) {
        begin = i;
      } else if (!isCode && begin >= 0) {
        blocks.add(new Block(begin + 1, text(lines.subList(begin, i))));
        begin = -1;
      }
    }
    return blocks;
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines.stream().map(line -> line.substring(4)).toList());
  }
}
