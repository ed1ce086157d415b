package dev.inlet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

  @Test
  void saysWhatAFolderThatIsNoBuildLacks(@TempDir Path folder) throws Exception {
    assertLacks(folder, "classes");

    Files.createDirectory(folder.resolve("classes"));
    assertLacks(folder, "lib");

    Files.createDirectory(folder.resolve("lib"));
    assertThat(Build.before(Optional.of(folder)).classPath())
        .contains(folder.resolve("classes").toString(), folder.resolve("lib") + "/*");
  }

  @Test
  void isItsOwnWhereNoOlderOneIsNamed() {
    assertThat(Build.before(Optional.empty())).isEqualTo(Build.OWN);
  }

  private static void assertLacks(Path folder, String part) {
    assertThatThrownBy(() -> Build.before(Optional.of(folder)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("There is no folder " + folder.resolve(part));
  }
}
