/**
 * Which organization a piece of work is for. Owns the identifier and the resolving of it in URLs;
 * refuses to know what an organization is.
 */
@NullMarked
package dev.inlet.platform.tenancy;

import org.jspecify.annotations.NullMarked;
