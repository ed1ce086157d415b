package dev.inlet.identity.credentials;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.Arrays;
import java.util.List;

/**
 * What signs access tokens.
 *
 * @param tokenKey signs access tokens; at least 32 characters, no comma. Several, separated by
 *     commas, while it is replaced: the first one signs, all of them verify
 */
@ConfigurationProperties("inlet")
record TokenConfiguration(String tokenKey) {

  List<String> keys() {
    return Arrays.stream(tokenKey.split(",", -1)).map(String::strip).toList();
  }

  @Override
  public String toString() {
    return "TokenConfiguration[tokenKey=set]";
  }
}
