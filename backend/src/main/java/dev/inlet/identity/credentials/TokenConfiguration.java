package dev.inlet.identity.credentials;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.Arrays;
import java.util.List;

/**
 * What signs access tokens.
 *
 * @param tokenKey at least 32 characters; several, separated by commas, while a key is being
 *     replaced: the first signs, all of them verify
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
