package dev.inlet.platform.logging;

import java.util.UUID;
import org.slf4j.MDC;

/**
 * Whom the lines of this thread are about, until it is closed: ids, and nothing else. Only lines in
 * JSON show them.
 */
public final class LogFields implements AutoCloseable {

  static final String REQUEST = "requestId";
  static final String DELIVERY = "deliveryId";
  static final String ORGANIZATION = "organizationId";

  private static final LogFields OPEN = new LogFields();

  private LogFields() {}

  /** Of a delivery; the request that brought it is called as it is. */
  public static LogFields ofDelivery(UUID delivery) {
    String id = delivery.toString();
    MDC.put(REQUEST, id);
    MDC.put(DELIVERY, id);
    return OPEN;
  }

  /** Of a delivery that nobody brings right now. */
  public static LogFields ofDelivery(UUID delivery, UUID organization) {
    MDC.put(DELIVERY, delivery.toString());
    MDC.put(ORGANIZATION, organization.toString());
    return OPEN;
  }

  /** And of an organization, as it turned out. */
  public static void organization(UUID organization) {
    MDC.put(ORGANIZATION, organization.toString());
  }

  @Override
  public void close() {
    MDC.clear();
  }
}
