package dev.inlet.platform.secrets;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * The deployment's key.
 *
 * @param secretKey Base64 of 32 random bytes ({@code openssl rand -base64 32}); wraps the keys that
 *     encrypt credentials. Several, separated by commas, while it is replaced: the first one
 *     encrypts, all of them decrypt
 */
@ConfigurationProperties("inlet")
record SecretsConfiguration(String secretKey) {

  @Override
  public String toString() {
    return "SecretsConfiguration[secretKey=set]";
  }
}
