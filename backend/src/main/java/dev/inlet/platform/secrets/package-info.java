/**
 * Secrets go in and are opened only by code that uses them. Owns envelope encryption (a data key
 * per organization, wrapped by the deployment's key); refuses to know what a secret is for.
 */
@NullMarked
package dev.inlet.platform.secrets;

import org.jspecify.annotations.NullMarked;
