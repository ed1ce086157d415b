package dev.imissimulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.imissimulator.Contacts.Contact;
import dev.imissimulator.Documents.Document;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that can be reached under {@code /api}, by name whatever its case. */
@Singleton
final class Catalogue {
  private static final String MEMBERSHIP = "Asi.Soa.Membership.DataContracts.";
  private static final String ENTITY_DEFINITION = "BOEntityDefinitionData";
  private static final String ACTIVITY_TYPE = "LegacyActivityTypeData";

  private volatile Map<String, Table> tables = Map.of();
  private volatile Map<String, Resource> resources = Map.of();
  private final Map<String, ObjectNode> replacements = new ConcurrentHashMap<>();

  Catalogue() {
    reset();
  }

  /** Forgets every row that was inserted, and what was put in the place of an answer. */
  void reset() {
    replacements.clear();
    Map<String, Table> newTables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Map<String, Resource> newResources = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (EntityDefinition definition : Entities.ALL) {
      Table table = new Table(definition);
      if (definition.name().equals("CsContactBasic")) {
        Contacts.ALL.forEach(contact -> table.insert(contact.values(), Integer.MAX_VALUE));
      }
      newTables.put(definition.name(), table);
      newResources.put(definition.name(), new Rows(table));
    }
    newResources.put("Party", parties());
    newResources.put("PartySummary", partySummaries());
    newResources.put("LegacyActivityType", activityTypes());
    newResources.put("BOEntityDefinition", definitions());
    tables = newTables;
    resources = newResources;
  }

  Optional<Resource> find(String name) {
    return Optional.ofNullable(resources.get(name));
  }

  Optional<Table> findTable(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** Answers reads of a path below {@code /api/} with this instead. */
  void replace(String path, ObjectNode json) {
    replacements.put(path.toLowerCase(Locale.ROOT), json);
  }

  Optional<ObjectNode> replacement(String path) {
    return Optional.ofNullable(replacements.get(path.toLowerCase(Locale.ROOT)));
  }

  private static Documents parties() {
    return new Documents(
        MEMBERSHIP + "PartyData" + Json.ASSEMBLY,
        Contacts.ALL.stream().map(contact -> document(contact, person(contact))).toList());
  }

  private static Documents partySummaries() {
    return new Documents(
        MEMBERSHIP + "PartySummaryData" + Json.ASSEMBLY,
        Contacts.ALL.stream().map(contact -> document(contact, summary(contact))).toList());
  }

  private static Document document(Contact contact, ObjectNode json) {
    Map<String, String> properties =
        Map.of(
            "PartyId", contact.id(),
            "Id", contact.id(),
            "UniformId", uniformId(contact),
            "Name", contact.fullName(),
            "Email", contact.email());
    return new Document(contact.id(), properties, json);
  }

  private static ObjectNode person(Contact contact) {
    ObjectNode person = party("PersonData", contact);
    person.set(
        "Status",
        Json.typed(MEMBERSHIP + "PartyStatusData" + Json.ASSEMBLY).put("ActiveStatus", "Active"));
    return person.put("IsMarkedForDelete", false);
  }

  private static ObjectNode summary(Contact contact) {
    return party("PartySummaryData", contact)
        .put("Email", contact.email())
        .put("IsOrganization", false);
  }

  private static ObjectNode party(String contract, Contact contact) {
    return Json.typed(MEMBERSHIP + contract + Json.ASSEMBLY)
        .put("PartyId", contact.id())
        .put("Id", contact.id())
        .put("UniformId", uniformId(contact))
        .put("Name", contact.fullName());
  }

  private static String uniformId(Contact contact) {
    return UUID.nameUUIDFromBytes(contact.id().getBytes(UTF_8)).toString();
  }

  private static Documents activityTypes() {
    return new Documents(
        Json.CONTRACTS + ACTIVITY_TYPE + Json.ASSEMBLY,
        ActivityTypes.ALL.stream()
            .map(
                type ->
                    new Document(
                        type.code(),
                        Map.of("ActivityTypeId", type.code(), "Description", type.description()),
                        type.json()))
            .toList());
  }

  private static Documents definitions() {
    return new Documents(
        Json.CONTRACTS + ENTITY_DEFINITION + Json.ASSEMBLY,
        Entities.ALL.stream()
            .map(
                entity ->
                    new Document(
                        entity.name(),
                        Map.of(
                            "EntityTypeName", entity.name(),
                            "Description", entity.description(),
                            "IsDesignable", Boolean.toString(entity.isDesignable())),
                        entity.json(ENTITY_DEFINITION)))
            .toList());
  }
}
