/**
 * Addresses and networks: who is calling, and whom Inlet may call. Knows no feature and no payload.
 */
@NullMarked
package dev.inlet.platform.http;

import org.jspecify.annotations.NullMarked;
