package dev.inlet.benchmarks.faults;

import dev.inlet.benchmarks.Processes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system with little room, which can be filled. */
final class SmallDisk implements AutoCloseable {

  private static final int BLOCK = 4096;

  private final Path path;

  private SmallDisk(Path path) {
    this.path = path;
  }

  /** Why there can be none here; empty if there can. */
  static Optional<String> hindrance(Path home) throws InterruptedException {
    try (SmallDisk _ = mount(home.resolve("tried-disk"), 1 << 20)) {
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("who ran this may mount no file system (needs root, on Linux)");
    }
  }

  /** Makes one in memory. */
  static SmallDisk mount(Path path, long bytes) throws IOException, InterruptedException {
    Files.createDirectories(path);
    Processes.run(
        "mount", "-t", "tmpfs", "-o", "mode=700,size=" + bytes, "inlet-faults", path.toString());
    return new SmallDisk(path);
  }

  /** A folder for what is kept here. */
  Path data() throws IOException {
    return Files.createDirectories(path.resolve("data"));
  }

  /** Leaves no room. */
  void fill() throws IOException {
    byte[] block = new byte[BLOCK];
    try (OutputStream out = Files.newOutputStream(filler())) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      if (Files.size(filler()) == 0) {
        throw e; // something else than a full disk
      }
    }
  }

  void free() throws IOException {
    Files.deleteIfExists(filler());
  }

  private Path filler() {
    return path.resolve("filler");
  }

  @Override
  public void close() throws IOException {
    try {
      Processes.run("umount", path.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
