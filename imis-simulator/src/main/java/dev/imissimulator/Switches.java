package dev.imissimulator;

import dev.imissimulator.Fault.Body;
import dev.imissimulator.Fault.Part;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything about iMIS that can be chosen, each with a {@code with} method. What is known is not
 * here; what is only inferred is, with the likelier or the stricter behaviour as the default.
 *
 * @param tokenLife how long a token issued from now on is good for
 * @param credentialsRefused whether even the right password is refused, as after its expiry
 * @param badLoginsBeforeLockOut how many wrong passwords in a row lock the account until a reset; 0
 *     never
 * @param badCredentialsDescription the {@code error_description}
 * @param tokenDates whether a token answer has {@code .issued} and {@code .expires}
 * @param remoteServiceRole whether the user has the role without which {@code /api} is 403
 * @param overLength what becomes of text that is too long
 * @param unknownActivityType what becomes of an activity of a type that is not defined
 * @param unknownParty what becomes of a row whose contact does not exist
 * @param unknownProperty what becomes of a property that the entity does not have
 * @param sentKey what becomes of a SEQN or Ordinal that the client sends on insert
 * @param offsetDate what becomes of a date with {@code Z} or an offset
 * @param misplacedType what becomes of a {@code $type} that is not the first member
 * @param propertyNamesCaseSensitive whether {@code units} is an unknown property where there is
 *     {@code UNITS}
 * @param idMeansPartyId whether Activity takes {@code ID} for {@code PartyId}
 * @param brokenJsonStatus the status for a body that is not JSON
 * @param requestBytesMax the size over which a request is 413; 0 for no limit of iMIS's own
 * @param transactionDateDefaulted whether a blank TRANSACTION_DATE becomes now
 * @param timeZone the instance's, for the dates it sets itself
 * @param ordinalZero the bug that the answer to a panel insert says Ordinal 0
 * @param unsetPropertiesListed whether an entity lists the properties that nobody set
 * @param validationDetails whether a validation error says what is wrong, or has no body
 * @param reasonPhrases whether the status line has its text, as over HTTP/1.1, or none
 * @param errorBody what the body of an error other than a validation error looks like
 * @param putStatus the status of a successful PUT
 * @param deleteStatus the status of a successful DELETE
 * @param metadata whether {@code /api/metadata} answers, or 501
 * @param hiddenPanelStatus the status for a panel that is not "Available via the REST API"
 * @param requestsKept how many requests are kept for reading back; 0 for none
 * @param rowsKept how many rows of an entity there are at most: the oldest give way
 * @param faults what goes wrong on the way, in order
 */
public record Switches(
    Duration tokenLife,
    boolean credentialsRefused,
    int badLoginsBeforeLockOut,
    String badCredentialsDescription,
    boolean tokenDates,
    boolean remoteServiceRole,
    OverLength overLength,
    Unknown unknownActivityType,
    Unknown unknownParty,
    Unwanted unknownProperty,
    SentKey sentKey,
    OffsetDate offsetDate,
    Unwanted misplacedType,
    boolean propertyNamesCaseSensitive,
    boolean idMeansPartyId,
    int brokenJsonStatus,
    int requestBytesMax,
    boolean transactionDateDefaulted,
    ZoneId timeZone,
    boolean ordinalZero,
    boolean unsetPropertiesListed,
    boolean validationDetails,
    boolean reasonPhrases,
    Body errorBody,
    int putStatus,
    int deleteStatus,
    boolean metadata,
    int hiddenPanelStatus,
    int requestsKept,
    int rowsKept,
    List<Fault> faults) {

  static final Switches DEFAULTS =
      new Switches(
          /* tokenLife */ Duration.ofMinutes(20),
          /* credentialsRefused */ false,
          /* badLoginsBeforeLockOut */ 0,
          /* badCredentialsDescription */ "The user name or password is incorrect.",
          /* tokenDates */ true,
          /* remoteServiceRole */ true,
          OverLength.REFUSED,
          /* unknownActivityType */ Unknown.ACCEPTED,
          /* unknownParty */ Unknown.VALIDATION_ERROR,
          /* unknownProperty */ Unwanted.REFUSED,
          SentKey.IGNORED,
          OffsetDate.REFUSED,
          /* misplacedType */ Unwanted.REFUSED,
          /* propertyNamesCaseSensitive */ true,
          /* idMeansPartyId */ false,
          /* brokenJsonStatus */ 400,
          /* requestBytesMax */ 0,
          /* transactionDateDefaulted */ true,
          /* timeZone */ ZoneOffset.UTC,
          /* ordinalZero */ true,
          /* unsetPropertiesListed */ true,
          /* validationDetails */ true,
          /* reasonPhrases */ true,
          /* errorBody */ Body.JSON_MESSAGE,
          /* putStatus */ 200,
          /* deleteStatus */ 200,
          /* metadata */ true,
          /* hiddenPanelStatus */ 403,
          /* requestsKept */ 1000,
          /* rowsKept */ 1_000_000,
          /* faults */ List.of());

  public enum OverLength {
    REFUSED,
    TRUNCATED
  }

  /** What becomes of a row that points to something that does not exist. */
  public enum Unknown {
    ACCEPTED,
    VALIDATION_ERROR,
    NOT_FOUND,
    SERVICE_ERROR
  }

  public enum Unwanted {
    REFUSED,
    IGNORED
  }

  public enum SentKey {
    IGNORED,
    HONOURED,
    REFUSED
  }

  public enum OffsetDate {
    REFUSED,
    /** Stored as it came. */
    KEPT,
    /** The offset is cut off, the clock time stays. */
    STRIPPED,
    CONVERTED_TO_UTC
  }

  public Switches {
    faults = List.copyOf(faults);
  }

  public Switches withTokenLife(Duration tokenLife) {
    return with("tokenLife", tokenLife);
  }

  public Switches withCredentialsRefused(boolean refused) {
    return with("credentialsRefused", refused);
  }

  public Switches withBadLoginsBeforeLockOut(int badLogins) {
    return with("badLoginsBeforeLockOut", badLogins);
  }

  public Switches withBadCredentialsDescription(String description) {
    return with("badCredentialsDescription", description);
  }

  public Switches withTokenDates(boolean given) {
    return with("tokenDates", given);
  }

  public Switches withRemoteServiceRole(boolean given) {
    return with("remoteServiceRole", given);
  }

  public Switches withOverLength(OverLength overLength) {
    return with("overLength", overLength);
  }

  public Switches withUnknownActivityType(Unknown unknown) {
    return with("unknownActivityType", unknown);
  }

  public Switches withUnknownParty(Unknown unknown) {
    return with("unknownParty", unknown);
  }

  public Switches withUnknownProperty(Unwanted unknownProperty) {
    return with("unknownProperty", unknownProperty);
  }

  public Switches withSentKey(SentKey sentKey) {
    return with("sentKey", sentKey);
  }

  public Switches withOffsetDate(OffsetDate offsetDate) {
    return with("offsetDate", offsetDate);
  }

  public Switches withMisplacedType(Unwanted misplacedType) {
    return with("misplacedType", misplacedType);
  }

  public Switches withPropertyNamesCaseSensitive(boolean sensitive) {
    return with("propertyNamesCaseSensitive", sensitive);
  }

  public Switches withIdMeansPartyId(boolean synonym) {
    return with("idMeansPartyId", synonym);
  }

  public Switches withBrokenJsonStatus(int status) {
    return with("brokenJsonStatus", status);
  }

  public Switches withRequestBytesMax(int bytes) {
    return with("requestBytesMax", bytes);
  }

  public Switches withTransactionDateDefaulted(boolean defaulted) {
    return with("transactionDateDefaulted", defaulted);
  }

  public Switches withTimeZone(ZoneId timeZone) {
    return with("timeZone", timeZone);
  }

  public Switches withOrdinalZero(boolean ordinalZero) {
    return with("ordinalZero", ordinalZero);
  }

  public Switches withUnsetPropertiesListed(boolean listed) {
    return with("unsetPropertiesListed", listed);
  }

  public Switches withValidationDetails(boolean given) {
    return with("validationDetails", given);
  }

  public Switches withReasonPhrases(boolean given) {
    return with("reasonPhrases", given);
  }

  public Switches withErrorBody(Body errorBody) {
    return with("errorBody", errorBody);
  }

  public Switches withPutStatus(int status) {
    return with("putStatus", status);
  }

  public Switches withDeleteStatus(int status) {
    return with("deleteStatus", status);
  }

  public Switches withMetadata(boolean available) {
    return with("metadata", available);
  }

  public Switches withHiddenPanelStatus(int status) {
    return with("hiddenPanelStatus", status);
  }

  public Switches withRequestsKept(int requests) {
    return with("requestsKept", requests);
  }

  public Switches withRowsKept(int rows) {
    return with("rowsKept", rows);
  }

  public Switches withFaults(List<Fault> faults) {
    return with("faults", faults);
  }

  /** One fault more, behind those that are there. */
  public Switches withFault(Fault fault) {
    return withFaults(Stream.concat(faults.stream(), Stream.of(fault)).toList());
  }

  public Switches withDelay(Part part, Duration delay) {
    return withFault(Fault.delay(part, delay));
  }

  /** By reflection, so that thirty methods do not each repeat thirty arguments. */
  private Switches with(String name, Object value) {
    RecordComponent[] components = Switches.class.getRecordComponents();
    try {
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        RecordComponent component = components[i];
        values[i] = component.getName().equals(name) ? value : component.getAccessor().invoke(this);
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return Switches.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("The record has no component " + name, e);
    }
  }
}
