package dev.inlet.standalone;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The trial's keys, made at its first start and kept beside its data.
 *
 * @param secretKey wraps the data keys
 * @param tokenKey signs access tokens
 */
record Keys(String secretKey, String tokenKey) {

  private static final String FILE = "keys.properties";

  static Keys in(DataDirectory data) {
    Path file = data.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        write(file, new Keys(random(), random()));
      }
      return read(file);
    } catch (IOException e) {
      throw new StartException(
          "%s cannot be read or written: check its permissions.".formatted(file), e);
    }
  }

  /** The keys of a trial that is running. */
  static Keys known(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      return read(file);
    } catch (IOException e) {
      throw new StartException("%s cannot be read: check its permissions.".formatted(file), e);
    }
  }

  @Override
  public String toString() {
    return "Keys[set]";
  }

  private static Keys read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    String secretKey = properties.getProperty("secret-key");
    String tokenKey = properties.getProperty("token-key");
    if (secretKey == null || tokenKey == null) {
      throw new StartException(
          "%s is damaged: restore it, or delete the whole folder to start anew.".formatted(file));
    }
    return new Keys(secretKey, tokenKey);
  }

  private static void write(Path file, Keys keys) throws IOException {
    boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    if (isPosix) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Properties properties = new Properties();
    properties.setProperty("secret-key", keys.secretKey());
    properties.setProperty("token-key", keys.tokenKey());
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, "Without these keys the credentials in this folder cannot be read.");
    }
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
