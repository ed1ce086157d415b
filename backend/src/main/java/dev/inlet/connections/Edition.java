package dev.inlet.connections;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/** The iMIS products that Inlet knows; panels are for EMS only. */
public enum Edition {
  @JsonProperty("EMS")
  EMS("EMS"),
  @JsonProperty("2017")
  IMIS_2017("2017");

  private final String code;

  Edition(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  static Optional<Edition> named(String code) {
    return Arrays.stream(values()).filter(edition -> edition.code.equals(code)).findFirst();
  }
}
