package dev.inlet.imis;

import java.net.URI;

/**
 * Where an iMIS is and who calls it.
 *
 * @param baseUrl the address that {@code /token} and {@code /api} stand below; may have a path,
 *     ends without a slash
 * @param username a user with the RemoteService role
 * @param password that user's
 * @param concurrentCallsMax calls under way at once; ASI's usage guidelines ask for few
 */
public record ImisAccount(URI baseUrl, String username, String password, int concurrentCallsMax) {

  URI token() {
    return URI.create(baseUrl + "/token");
  }

  URI api(String path) {
    return URI.create(baseUrl + "/api/" + path);
  }

  @Override
  public String toString() {
    return "ImisAccount[baseUrl=%s]".formatted(baseUrl);
  }
}
