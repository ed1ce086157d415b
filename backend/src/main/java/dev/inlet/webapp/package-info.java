/**
 * Hands out the web app's files. Knows no feature: the app is a caller of the management API like
 * any other.
 */
@NullMarked
package dev.inlet.webapp;

import org.jspecify.annotations.NullMarked;
