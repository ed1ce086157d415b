/**
 * What people and programs prove themselves with: passwords, codes of a second factor, tokens, and
 * how often one may guess. Refuses to know whom they belong to.
 */
@NullMarked
package dev.inlet.identity.credentials;

import org.jspecify.annotations.NullMarked;
