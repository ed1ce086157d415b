package dev.inlet.actions.imis;

import dev.inlet.actions.FailureReason;
import dev.inlet.imis.Entities;
import dev.inlet.imis.ImisClient;
import dev.inlet.imis.ImisException;
import dev.inlet.imis.ImisFailure;
import dev.inlet.platform.time.Deadline;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out whose record it is. Reads only: however it ends, nothing was written. */
final class ContactSearch {

  /** Contacts with their main e-mail address; a live client asks it (section 5). */
  private static final String CONTACTS = "CsContactBasic";

  private static final String PARTY = "Party";

  private final Entities entities;
  private final ContactOptions options;

  ContactSearch(ImisClient client, ContactOptions options) {
    this.entities = new Entities(client);
    this.options = options;
  }

  /** Why it is not known whose record it is. */
  static final class Failure extends Exception {

    private static final long serialVersionUID = 1L;

    private final FailureReason reason;

    Failure(FailureReason reason, String sentence) {
      super(sentence, null, false, false);
      this.reason = reason;
    }

    FailureReason reason() {
      return reason;
    }

    String sentence() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * The iMIS ID of the contact.
   *
   * @param given what the delivery says of the contact: an ID or an e-mail address
   */
  String id(String given, Deadline deadline) throws Failure {
    try {
      return options.isByEmail() ? byEmail(given, deadline) : checked(given, deadline);
    } catch (ImisException e) {
      throw new Failure(
          ImisInsertion.readReason(e.failure()),
          "The contact could not be looked up, so nothing was written: %s"
              .formatted(
                  e.failure().mayHaveWritten() ? "iMIS gave no proper answer." : wordsOf(e)));
    }
  }

  /** What iMIS calls a refused record is a question here that it does not take. */
  private static String wordsOf(ImisException e) {
    return e.failure() == ImisFailure.RECORD_REFUSED
        ? "iMIS did not take the question."
        : e.sentence();
  }

  private String checked(String id, Deadline deadline) throws ImisException, Failure {
    if (options.isChecked() && !entities.exists(PARTY, id, deadline)) {
      throw new Failure(
          FailureReason.CONTACT_NOT_FOUND, "iMIS knows no contact with the ID %s.".formatted(id));
    }
    return id;
  }

  /** An e-mail address may be several contacts': a family's, an office's. */
  private String byEmail(String email, Deadline deadline) throws ImisException, Failure {
    List<String> found = entities.find(CONTACTS, Map.of("email", email), 2, deadline);
    return switch (found.size()) {
      case 0 ->
          orElse(
              options.ifNone(),
              FailureReason.CONTACT_NOT_FOUND,
              "iMIS knows no contact with the e-mail address %s.".formatted(email));
      case 1 ->
          orElse(
              found.getFirst().isBlank() ? null : found.getFirst(),
              FailureReason.UNREADABLE_ANSWER,
              "iMIS found a contact with this e-mail address but did not say which.");
      default ->
          orElse(
              options.ifMany(),
              FailureReason.CONTACT_AMBIGUOUS,
              "iMIS knows several contacts with the e-mail address %s.".formatted(email));
    };
  }

  private static String orElse(@Nullable String id, FailureReason reason, String sentence)
      throws Failure {
    if (id == null) {
      throw new Failure(reason, sentence);
    }
    return id;
  }
}
