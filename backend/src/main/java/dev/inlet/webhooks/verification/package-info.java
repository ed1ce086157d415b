/**
 * Whether a delivery is from whom a webhook lets send: what a webhook demands, and judging the raw
 * bytes, the headers and the address that came by it. Refuses to know where secrets are kept, what
 * a payload means, and what a refusal is answered with. Invariant: what cannot be judged is not let
 * through, and no sentence tells a secret.
 */
@NullMarked
package dev.inlet.webhooks.verification;

import org.jspecify.annotations.NullMarked;
