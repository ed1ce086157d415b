package dev.inlet.deliveries;

/** A delivery that was read together with its body, among many. */
interface StoredDelivery {

  DeliveryId id();

  int bodyBytes();
}
