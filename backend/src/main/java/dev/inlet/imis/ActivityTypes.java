package dev.inlet.imis;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.inlet.platform.time.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The activity types that an iMIS defines: {@code GET /api/LegacyActivityType} (iMIS REST
 * reference, section 6). Reads anew each time; whoever asks often remembers the answer.
 */
public final class ActivityTypes {

  private static final String PATH = "LegacyActivityType";
  private static final int PAGE_SIZE = 100;

  /** Far more than an iMIS has; one that lists without end is believed so far. */
  private static final int PAGES_MAX = 20;

  /** As long as the column that it goes into. */
  private static final int CODE_LENGTH_MAX = 10;

  private static final int PROMPTS_MAX = 30;

  private final ImisClient client;

  public ActivityTypes(ImisClient client) {
    this.client = client;
  }

  /**
   * All types, as far as they are listed.
   *
   * @throws ImisException if iMIS could not be read; says nothing of records
   */
  public List<ActivityType> list(Deadline deadline) throws ImisException {
    List<ActivityType> found = new ArrayList<>();
    for (int page = 0; page < PAGES_MAX; page++) {
      String query = "?limit=%d&offset=%d".formatted(PAGE_SIZE, page * PAGE_SIZE);
      Page read = client.readLarge(PATH + query, deadline, ActivityTypes::page);
      found.addAll(read.types());
      if (!read.hasNext() || found.size() >= PAGE_SIZE * PAGES_MAX) {
        break;
      }
    }
    return List.copyOf(found.subList(0, Math.min(found.size(), PAGE_SIZE * PAGES_MAX)));
  }

  /** A page of the list. */
  record Page(List<ActivityType> types, boolean hasNext) {}

  /**
   * @throws ImisException if it is no page
   */
  static Page page(ImisAnswer answer) throws ImisException {
    ListedPage page = DefinitionJson.read(answer, ListedPage.class);
    if (page.items() == null) {
      throw ImisException.of(ImisFailure.UNREADABLE_ANSWER, answer);
    }
    List<ActivityType> types =
        page.items().list().stream().flatMap(listed -> listed.type().stream()).toList();
    return new Page(types, page.hasNext());
  }

  private record ListedPage(
      @JsonProperty("Items") DefinitionJson.@Nullable Values<Listed> items,
      @JsonProperty("HasNext") boolean hasNext) {}

  /** A type as it is listed. */
  static final class Listed {

    @JsonProperty("ActivityTypeId")
    @JsonDeserialize(using = ValueDeserializer.class)
    private @Nullable String code;

    @JsonProperty("Description")
    @JsonDeserialize(using = ValueDeserializer.class)
    private @Nullable String description;

    @JsonProperty("AllowUserEdit")
    private boolean isForUsers;

    private final Map<String, String> prompts = new TreeMap<>();

    /** Keeps prompts, whatever else there is. */
    @JsonAnySetter
    @JsonDeserialize(contentUsing = ValueDeserializer.class)
    public void set(String member, @Nullable String text) {
      String line = DefinitionJson.line(text);
      if (member.endsWith("Prompt") && !line.isEmpty() && prompts.size() < PROMPTS_MAX) {
        prompts.put(member, line);
      }
    }

    Optional<ActivityType> type() {
      boolean isSound =
          code != null
              && !code.isBlank()
              && code.length() <= CODE_LENGTH_MAX
              && DefinitionJson.line(code).equals(code);
      return isSound
          ? Optional.of(
              new ActivityType(
                  String.valueOf(code), DefinitionJson.line(description), isForUsers, prompts))
          : Optional.empty();
    }
  }
}
