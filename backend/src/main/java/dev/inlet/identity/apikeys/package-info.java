/**
 * API keys: how programs call the management API on behalf of one organization. Invariant: a key's
 * secret is shown once and stored as a hash; a key is no person and makes no other keys.
 */
@NullMarked
package dev.inlet.identity.apikeys;

import org.jspecify.annotations.NullMarked;
