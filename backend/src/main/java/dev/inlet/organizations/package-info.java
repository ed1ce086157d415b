/**
 * Organizations (tenants): their name and their slug, which begins each of their open URLs. Refuses
 * to know who belongs to one or what it does. Invariant: a slug names one organization, for ever.
 */
@NullMarked
package dev.inlet.organizations;

import org.jspecify.annotations.NullMarked;
