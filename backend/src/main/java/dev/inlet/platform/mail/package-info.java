/**
 * E-mail that leaves the installation. Refuses to know why. Invariant: what a transaction sent is
 * sent if and only if it commits.
 */
@NullMarked
package dev.inlet.platform.mail;

import org.jspecify.annotations.NullMarked;
