package dev.inlet.benchmarks.micro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.actions.ConvertedRecord;
import dev.inlet.actions.FieldValue;
import dev.inlet.actions.RecordConversion;
import dev.inlet.deliveries.StoredHeaders;
import dev.inlet.deliveries.terms.Terms;
import dev.inlet.imis.EntityBody;
import dev.inlet.platform.json.InvalidJsonException;
import dev.inlet.platform.json.JsonLimits;
import dev.inlet.platform.json.StrictJson;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.mapping.Mapping;
import dev.inlet.webhooks.mapping.Template;
import dev.inlet.webhooks.mapping.TemplateException;
import dev.inlet.webhooks.schema.CompiledSchema;
import dev.inlet.webhooks.schema.Schemas;
import dev.inlet.webhooks.schema.Violation;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A delivery, and each step of its way with what the step before it made, which is made once: a
 * step can be taken alone, and ever again.
 */
final class Delivery {

  private static final StrictJson JSON = new StrictJson(JsonLimits.DEFAULT);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ZoneId ZONE = ZoneId.of("America/New_York");

  /** As a caller sends them that is no browser. */
  private static final Map<String, List<String>> HEADERS =
      Map.of(
          "Host", List.of("inlet.example.org"),
          "User-Agent", List.of("Forms/2.1 (+https://forms.example.org)"),
          "Accept", List.of("*/*"),
          "Accept-Encoding", List.of("gzip, deflate"),
          "Content-Type", List.of("application/json; charset=utf-8"),
          "Content-Length", List.of("96"),
          "X-Forwarded-For", List.of("203.0.113.7"),
          "X-Forwarded-Proto", List.of("https"));

  private final Sample sample;
  private final OrganizationId organization = new OrganizationId(new UUID(1, 2));
  private final byte[] bytes;
  private final CompiledSchema schema;
  private final Mapping mapping;
  private final JsonNode payload;
  private final Map<String, String> values;
  private final Map<String, FieldValue> record;

  Delivery(Sample sample) {
    this.sample = sample;
    this.bytes = sample.payload().getBytes(StandardCharsets.UTF_8);
    this.schema = new Schemas().checkText(sample.schema()).sound().orElseThrow();
    this.mapping = mapping(sample, schema.propertyNames());
    this.payload = parsed();
    this.values = mapped();
    this.record = converted().values();
  }

  private static Mapping mapping(Sample sample, List<String> properties) {
    Map<String, Template> templates = new LinkedHashMap<>();
    sample.mapping().forEach((field, text) -> templates.put(field, template(text, properties)));
    return new Mapping(templates);
  }

  private static Template template(String text, List<String> properties) {
    try {
      return Template.parse(text, properties);
    } catch (TemplateException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  JsonNode parsed() {
    try {
      return JSON.read(bytes);
    } catch (InvalidJsonException e) {
      throw new IllegalStateException(e);
    }
  }

  List<Violation> violations() {
    return schema.validate(organization, payload);
  }

  Map<String, String> mapped() {
    return mapping.render(payload);
  }

  ConvertedRecord converted() {
    return RecordConversion.of(sample.fields(), values, ZONE);
  }

  /** What is sent to iMIS. */
  byte[] serialised() {
    EntityBody body = EntityBody.begin();
    record.forEach((name, value) -> write(body, name, value));
    return body.toBytes();
  }

  private static void write(EntityBody body, String name, FieldValue value) {
    switch (value) {
      case FieldValue.Text text -> body.text(name, text.value());
      case FieldValue.Whole whole -> body.int32(name, whole.value());
      case FieldValue.Decimal decimal -> body.decimal(name, decimal.value());
      case FieldValue.Truth truth -> body.bool(name, truth.value());
      case FieldValue.DateTime moment -> body.dateTime(name, moment.value());
      case FieldValue.Day day -> body.dateTime(name, day.value().atStartOfDay());
    }
  }

  /** What it can be found by in the log. */
  long[] terms() {
    return new Terms(organization).of(bytes, payload);
  }

  /** Its headers as the journal has them. */
  String headers() {
    try {
      return MAPPER.writeValueAsString(StoredHeaders.of(HEADERS, true));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
