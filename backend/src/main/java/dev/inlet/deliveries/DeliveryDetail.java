package dev.inlet.deliveries;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.core.annotation.Introspected;

/** One delivery as its organization sees it. */
@Introspected
record DeliveryDetail(@JsonUnwrapped DeliveryResponse delivery, ReplayCaution replayCaution) {}
