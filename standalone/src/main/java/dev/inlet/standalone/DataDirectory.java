package dev.inlet.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that a trial keeps everything in; one process at a time. */
final class DataDirectory implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;

  private DataDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static DataDirectory open(Path path) {
    try {
      createForItsOwnerAlone(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!lock(channel)) {
        channel.close();
        throw new StartException(
            "Another Inlet uses %s: stop it, or set INLET_DATA_DIR to another folder."
                .formatted(path));
      }
      return new DataDirectory(path, channel);
    } catch (IOException e) {
      throw new StartException(
          "%s cannot be written: make it writable, or set INLET_DATA_DIR to another folder."
              .formatted(path),
          e);
    }
  }

  /** Whether a trial runs on this folder. */
  static boolean isInUse(Path path) {
    Path lock = path.resolve("lock");
    if (!Files.exists(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      return !lock(channel);
    } catch (IOException e) {
      throw new StartException("%s cannot be read: check its permissions.".formatted(lock), e);
    }
  }

  /** Keys, data and the programs that are run from here are nobody else's business. */
  private static void createForItsOwnerAlone(Path path) throws IOException {
    Files.createDirectories(path);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
