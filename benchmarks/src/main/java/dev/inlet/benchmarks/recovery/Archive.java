package dev.inlet.benchmarks.recovery;

import dev.inlet.benchmarks.Postgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is kept apart from a PostgreSQL: a copy of its files, made while it works, and its log since
 * then. By PostgreSQL's own functions, because the embedded one has no pg_basebackup.
 */
final class Archive {

  private static final String ANY = "postgres";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** What a copy must not have, or what only holds for the processes that run now. */
  private static final Set<String> LEFT_OUT =
      Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "log");

  /** Whose files are left out, though not the folders themselves. */
  private static final Set<String> EMPTIED =
      Set.of("pg_wal", "pg_replslot", "pg_stat_tmp", "pg_notify", "pg_subtrans", "pg_dynshmem");

  private final Path base;
  private final Path log;

  Archive(Path home) throws IOException {
    this.base = home.resolve("base");
    this.log = Files.createDirectories(home.resolve("wal"));
  }

  /** Has each file of PostgreSQL's log copied here, from now on; it restarts for that. */
  void follow(Postgres postgres) throws SQLException, IOException {
    postgres.run(ANY, "ALTER SYSTEM SET archive_mode = on");
    postgres.run(
        ANY,
        "ALTER SYSTEM SET archive_command = 'test ! -f \"%1$s/%%f\" && cp \"%%p\" \"%1$s/%%f\"'"
            .formatted(log));
    postgres.restart();
  }

  /** Copies all files of one that works. */
  void copy(Postgres postgres) throws SQLException, IOException {
    try (Connection connection = postgres.connect(ANY);
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_backup_start('inlet', true)");
      copyFiles(postgres.directory(), base);
      try (ResultSet ended = statement.executeQuery("SELECT labelfile FROM pg_backup_stop()")) {
        ended.next();
        Files.writeString(base.resolve("backup_label"), ended.getString(1));
      }
    }
  }

  /** Has it begin another file of its log and waits until the one before is here. */
  void complete(Postgres postgres) throws SQLException, InterruptedException {
    String last = postgres.one(ANY, "SELECT pg_walfile_name(pg_switch_wal())");
    Instant latest = Instant.now().plus(PATIENCE);
    while (!Files.exists(log.resolve(last))) {
      if (Instant.now().isAfter(latest)) {
        throw new IllegalStateException("PostgreSQL does not archive " + last);
      }
      Thread.sleep(20);
    }
  }

  /**
   * Makes a folder that PostgreSQL can start with.
   *
   * @param until what was committed later is left out
   */
  void restore(Path folder, String until) throws IOException {
    copyFiles(base, folder);
    Files.writeString(
        folder.resolve("postgresql.auto.conf"),
        """
        archive_mode = off
        restore_command = 'cp "%s/%%f" "%%p"'
        recovery_target_time = '%s'
        recovery_target_action = promote
        """
            .formatted(log, until));
    Files.createFile(folder.resolve("recovery.signal"));
  }

  /** Waits until the restored one has read what it should, and takes writes. */
  static void awaitEnd(Postgres postgres) throws SQLException, InterruptedException {
    while (!postgres.one(ANY, "SELECT pg_is_in_recovery()").equals("f")) {
      Thread.sleep(20);
    }
  }

  long copiedBytes() throws IOException {
    return bytes(base);
  }

  long logBytes() throws IOException {
    return bytes(log);
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** Files that go meanwhile are none of a backup's: the log says what became of them. */
  private static void copyFiles(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (isLeftOut(folder)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Path copy = to.resolve(from.relativize(folder));
            Files.copy(folder, copy, StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            boolean isOfEmptied = EMPTIED.contains(from.relativize(file).getName(0).toString());
            if (!isLeftOut(file) && !isOfEmptied) {
              try {
                Files.copy(
                    file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
              } catch (NoSuchFileException e) {
                return FileVisitResult.CONTINUE;
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          private boolean isLeftOut(Path path) {
            return LEFT_OUT.contains(from.relativize(path).toString());
          }
        });
  }
}
