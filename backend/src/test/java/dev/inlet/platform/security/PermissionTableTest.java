package dev.inlet.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionTableTest {

  private static final Path DOCUMENT = Path.of("../docs/security.md");

  @Test
  void theDocumentedTableIsTheEnforcedOne() throws IOException {
    List<String> enforced =
        Arrays.stream(Permission.values())
            .filter(permission -> permission.leastRole().isPresent())
            .map(PermissionTableTest::row)
            .toList();

    List<String> documented =
        Files.readAllLines(DOCUMENT).stream()
            .dropWhile(line -> !line.equals("## Who may do what"))
            .dropWhile(line -> !line.startsWith("|---"))
            .skip(1)
            .takeWhile(line -> line.startsWith("|"))
            .toList();

    assertThat(documented).isEqualTo(enforced);
  }

  private static String row(Permission permission) {
    Role least = permission.leastRole().orElseThrow();
    Stream<Boolean> roles = Arrays.stream(Role.values()).map(role -> role.includes(least));
    boolean isForKeys = permission.holder() == Permission.Holder.MEMBER_OR_KEY;
    return Stream.concat(roles, Stream.of(isForKeys))
        .map(mayDoIt -> mayDoIt ? " yes |" : " |")
        .collect(Collectors.joining("", "| " + permission.description() + " |", ""));
  }
}
