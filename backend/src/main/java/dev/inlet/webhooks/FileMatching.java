package dev.inlet.webhooks;

import dev.inlet.platform.problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which webhook of a file is which of those that there are: the one with its id, else the one of
 * its name, else the one of its former name, else a new one. Never guesses: what could be two is a
 * problem.
 */
final class FileMatching {

  private final Map<UUID, InstalledWebhook> byId;
  private final Map<String, List<InstalledWebhook>> byName;
  private final Map<String, Long> timesInFile;
  private final Set<UUID> named;
  private final Map<String, InstalledWebhook> found = new HashMap<>();
  private final List<FieldError> problems = new ArrayList<>();

  private FileMatching(List<FileWebhook> file, List<InstalledWebhook> installed) {
    this.byId =
        installed.stream()
            .collect(Collectors.toMap(each -> each.id().value(), Function.identity()));
    this.byName = installed.stream().collect(Collectors.groupingBy(InstalledWebhook::name));
    this.timesInFile =
        file.stream().collect(Collectors.groupingBy(FileWebhook::name, Collectors.counting()));
    this.named =
        file.stream().map(FileWebhook::id).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  static FileMatching of(List<FileWebhook> file, List<InstalledWebhook> installed) {
    FileMatching matching = new FileMatching(file, installed);
    Map<InstalledWebhook, FileWebhook> taken = new HashMap<>();
    for (FileWebhook wanted : file) {
      InstalledWebhook known = matching.find(wanted);
      if (known != null) {
        FileWebhook other = taken.putIfAbsent(known, wanted);
        if (other == null) {
          matching.found.put(wanted.pointer(), known);
        } else {
          matching.refuse(
              wanted,
              "",
              "This webhook is in the file already, as \"%s\".".formatted(other.name()));
        }
      }
    }
    return matching;
  }

  /** The webhook that one of the file is; null if it is to be a new one. */
  @Nullable InstalledWebhook of(FileWebhook wanted) {
    return found.get(wanted.pointer());
  }

  /** Whether the file speaks of a webhook. */
  boolean covers(InstalledWebhook known) {
    return found.containsValue(known);
  }

  /** With pointers into the file; if there is one, nothing is settled. */
  List<FieldError> problems() {
    return problems;
  }

  private @Nullable InstalledWebhook find(FileWebhook wanted) {
    if (wanted.id() != null) {
      InstalledWebhook known = byId.get(wanted.id());
      if (known == null) {
        refuse(
            wanted, "/id", "There is no webhook with this id here; without it, the name counts.");
      }
      return known;
    }
    if (timesInFile.getOrDefault(wanted.name(), 0L) > 1) {
      refuse(
          wanted,
          "/name",
          "Two webhooks of this file are called \"%s\"; rename one.".formatted(wanted.name()));
      return null;
    }
    InstalledWebhook known = called(wanted, wanted.name(), "/name");
    return known == null && wanted.formerName() != null
        ? called(wanted, wanted.formerName(), "/formerName")
        : known;
  }

  private @Nullable InstalledWebhook called(FileWebhook wanted, String name, String below) {
    List<InstalledWebhook> known =
        byName.getOrDefault(name, List.of()).stream()
            .filter(each -> !named.contains(each.id().value()))
            .toList();
    if (known.size() > 1) {
      refuse(
          wanted,
          below,
          "There are several webhooks of this name; say by its id which one this is, as an export does.");
      return null;
    }
    return known.isEmpty() ? null : known.getFirst();
  }

  private void refuse(FileWebhook wanted, String below, String sentence) {
    problems.add(new FieldError(wanted.pointer() + below, sentence));
  }
}
