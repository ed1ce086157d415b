/**
 * Addresses and networks: who is calling, and whom Inlet may call; answers that are written while
 * they are read. Knows no feature and no payload. Invariant: a download that broke off never looks
 * like one that was completed.
 */
@NullMarked
package dev.inlet.platform.http;

import org.jspecify.annotations.NullMarked;
