package dev.inlet.webhooks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The types of JSON Schema. */
enum JsonType {
  STRING,
  INTEGER,
  NUMBER,
  BOOLEAN,
  NULL,
  OBJECT,
  ARRAY;

  static final Set<JsonType> ALL = Collections.unmodifiableSet(EnumSet.allOf(JsonType.class));

  static Optional<JsonType> named(String keyword) {
    for (JsonType type : values()) {
      if (type.keyword().equals(keyword)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  static JsonType of(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING, BINARY -> STRING;
      case NUMBER -> value.canConvertToExactIntegral() ? INTEGER : NUMBER;
      case BOOLEAN -> BOOLEAN;
      case OBJECT, POJO -> OBJECT;
      case ARRAY -> ARRAY;
      case NULL, MISSING -> NULL;
    };
  }

  static Set<JsonType> none() {
    return EnumSet.noneOf(JsonType.class);
  }

  String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isPrimitive() {
    return this != OBJECT && this != ARRAY;
  }
}
