/**
 * The client of iMIS's REST API: tokens, entities, their definitions, and every way iMIS says no,
 * in one closed set. Knows no webhook and no delivery. The facts about iMIS are those of its public
 * sources; docs/imis.md will list them. Invariants: a failure says whether the record may have been
 * written; no delivery signs in while iMIS refuses the credentials, and none is sent while iMIS is
 * known not to answer or asked not to be called.
 */
@NullMarked
package dev.inlet.imis;

import org.jspecify.annotations.NullMarked;
