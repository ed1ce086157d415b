package dev.inlet.imis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.inlet.platform.json.SharedBuffers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes a generic entity as iMIS reads it: {@code $type} first in every object, numbers and
 * booleans wrapped with their type, dates without a zone (iMIS REST reference, sections 2.1 to
 * 2.3).
 */
public final class EntityBody {

  private static final JsonFactory JSON = SharedBuffers.factory().build();
  private static final String CONTRACTS = "Asi.Soa.Core.DataContracts.";
  private static final String STRINGS =
      "System.Collections.ObjectModel.Collection`1[[System.String, mscorlib]], mscorlib";
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
  private final JsonGenerator json;

  private EntityBody() throws IOException {
    json = JSON.createGenerator(bytes);
    begin("GenericEntityData");
  }

  /** Begins an entity with the members that ASI's own minimal example has. */
  public static EntityBody begin() {
    try {
      return new EntityBody().properties();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Begins a row of a contact's with the members that a live client of panels sends, so without an
   * identity: iMIS numbers the row itself (section 3.1).
   *
   * @param entity the row's entity
   * @param contact whose row it is
   */
  public static EntityBody beginRow(String entity, String contact) {
    try {
      EntityBody body = new EntityBody();
      body.json.writeStringField("EntityTypeName", entity);
      body.parent(contact);
      return body.properties();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void parent(String contact) throws IOException {
    json.writeStringField("PrimaryParentEntityTypeName", "Party");
    json.writeFieldName("PrimaryParentIdentity");
    begin("IdentityData");
    json.writeStringField("EntityTypeName", "Party");
    json.writeObjectFieldStart("IdentityElements");
    json.writeStringField("$type", STRINGS);
    json.writeFieldName("$values");
    json.writeArray(new String[] {contact}, 0, 1);
    json.writeEndObject();
    json.writeEndObject();
  }

  private EntityBody properties() throws IOException {
    json.writeFieldName("Properties");
    begin("GenericPropertyDataCollection");
    json.writeArrayFieldStart("$values");
    return this;
  }

  public EntityBody text(String name, String value) {
    return property(name, () -> json.writeString(value));
  }

  public EntityBody int32(String name, int value) {
    return property(name, () -> wrapped("System.Int32", () -> json.writeNumber(value)));
  }

  public EntityBody decimal(String name, BigDecimal value) {
    return property(
        name, () -> wrapped("System.Decimal", () -> json.writeNumber(value.toPlainString())));
  }

  public EntityBody bool(String name, boolean value) {
    return property(name, () -> wrapped("System.Boolean", () -> json.writeBoolean(value)));
  }

  /** A moment in the iMIS server's own time zone; iMIS takes no offset. */
  public EntityBody dateTime(String name, LocalDateTime value) {
    return text(name, SECONDS.format(value));
  }

  /** The finished document. */
  public byte[] toBytes() {
    try {
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
      json.close();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EntityBody property(String name, Writing value) {
    try {
      begin("GenericPropertyData");
      json.writeStringField("Name", name);
      json.writeFieldName("Value");
      value.write();
      json.writeEndObject();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void wrapped(String type, Writing value) throws IOException {
    json.writeStartObject();
    json.writeStringField("$type", type);
    json.writeFieldName("$value");
    value.write();
    json.writeEndObject();
  }

  private void begin(String contract) throws IOException {
    json.writeStartObject();
    json.writeStringField("$type", CONTRACTS + contract + ", Asi.Contracts");
  }

  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }
}
