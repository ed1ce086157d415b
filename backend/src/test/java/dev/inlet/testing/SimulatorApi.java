package dev.inlet.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.imissimulator.Simulator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** Reads back from the simulated iMIS as any client of iMIS would. */
public final class SimulatorApi {

  private SimulatorApi() {}

  public static JsonNode get(Simulator simulator, String path) {
    return Tenant.json(
        Tenant.send(
            HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/api/" + path))
                .header("Authorization", "Bearer " + token(simulator))));
  }

  private static String token(Simulator simulator) {
    String form = "grant_type=password&username=demo&password=demo%26100%25%3Dok";
    return Tenant.json(
            Tenant.send(
                HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))))
        .get("access_token")
        .asText();
  }
}
