package dev.inlet.platform.secrets;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * The deployment's key.
 *
 * @param secretKey Base64 of 32 random bytes; several, separated by commas, while a key is being
 *     replaced: the first encrypts, all of them decrypt
 */
@ConfigurationProperties("inlet")
record SecretsConfiguration(String secretKey) {

  @Override
  public String toString() {
    return "SecretsConfiguration[secretKey=set]";
  }
}
