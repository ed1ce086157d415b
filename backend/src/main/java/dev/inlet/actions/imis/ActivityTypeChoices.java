package dev.inlet.actions.imis;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.inlet.actions.ActionField;
import dev.inlet.actions.Choice;
import dev.inlet.actions.Choice.FieldLabel;
import dev.inlet.actions.Freshness;
import dev.inlet.actions.Reading;
import dev.inlet.imis.ActivityType;
import dev.inlet.imis.ActivityTypes;
import dev.inlet.imis.ImisClient;
import dev.inlet.imis.ImisException;
import dev.inlet.platform.time.Deadline;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The activity types of each connection, each with the fields that it uses. A changed connection
 * has a client of its own, so nothing is remembered for it.
 */
@Singleton
final class ActivityTypeChoices {

  static final String WHAT = "activity types";

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Section 2.5: what iMIS itself writes, by code or by name. */
  private static final Set<String> SYSTEM_TYPES =
      Set.of("ORDER", "SALES", "GIFT", "PLEDGE", "CERTIFICATION", "DUES", "EXPO", "REFUND");

  private static final String SYSTEM_WARNING =
      "iMIS itself writes activities of this type; ones that come from elsewhere may confuse its reports and its billing.";

  /**
   * Section 6: a prompt with a text labels its field. Without CeuTypePrompt, whose column is not
   * known.
   */
  private static final Map<String, String> PROMPTS =
      Map.ofEntries(
          Map.entry("PRODUCT_CODE", "SubtypePrompt"),
          Map.entry("DESCRIPTION", "DescriptionPrompt"),
          Map.entry("EFFECTIVE_DATE", "EffectiveDatePrompt"),
          Map.entry("THRU_DATE", "ThruDatePrompt"),
          Map.entry("SOURCE_CODE", "SourcePrompt"),
          Map.entry("AMOUNT", "AmountPrompt"),
          Map.entry("TICKLER_DATE", "TicklerPrompt"),
          Map.entry("ACTION_CODES", "ActionPrompt"),
          Map.entry("UNITS", "UnitsPrompt"),
          Map.entry("NOTE_2", "FollowUpPrompt"),
          Map.entry("NOTE", "NotePrompt"),
          Map.entry("CO_ID", "CoIdPrompt"),
          Map.entry("UF_1", "Uf1Prompt"),
          Map.entry("UF_2", "Uf2Prompt"),
          Map.entry("UF_3", "Uf3Prompt"),
          Map.entry("UF_4", "Uf4Prompt"),
          Map.entry("UF_5", "Uf5Prompt"),
          Map.entry("UF_6", "Uf6Prompt"),
          Map.entry("UF_7", "Uf7Prompt"));

  private final Readings<ImisClient, List<Choice>> readings;

  ActivityTypeChoices(Clock clock) {
    this.readings =
        new Readings<>(
            ActivityTypeChoices::read,
            ActivityTypeChoices::characters,
            Ticker.systemTicker(),
            clock);
  }

  Reading<List<Choice>> of(ImisClient client, Freshness freshness) throws ImisException {
    return readings.get(client, freshness);
  }

  private static List<Choice> read(ImisClient client) throws ImisException {
    return new ActivityTypes(client)
        .list(Deadline.in(TIMEOUT)).stream()
            .map(ActivityTypeChoices::choice)
            .sorted(Comparator.comparing(Choice::value, String.CASE_INSENSITIVE_ORDER))
            .toList();
  }

  private static Choice choice(ActivityType type) {
    String label = type.description().isEmpty() ? type.code() : type.description();
    List<FieldLabel> fields =
        ActivityFields.ALL.stream().flatMap(field -> label(type, field).stream()).toList();
    return new Choice(type.code(), label, warning(type), fields);
  }

  private static Optional<FieldLabel> label(ActivityType type, ActionField field) {
    return Optional.ofNullable(PROMPTS.get(field.name()))
        .map(prompt -> type.prompts().get(prompt))
        .map(label -> new FieldLabel(field.name(), label));
  }

  private static @Nullable String warning(ActivityType type) {
    boolean isOfSystem =
        !type.isForUsers()
            || Stream.of(type.code(), type.description())
                .map(name -> name.toUpperCase(Locale.ROOT))
                .anyMatch(SYSTEM_TYPES::contains);
    return isOfSystem ? SYSTEM_WARNING : null;
  }

  private static int characters(List<Choice> choices) {
    return choices.stream()
        .mapToInt(
            choice ->
                100
                    + choice.label().length()
                    + choice.fields().stream().mapToInt(field -> 50 + field.label().length()).sum())
        .sum();
  }
}
