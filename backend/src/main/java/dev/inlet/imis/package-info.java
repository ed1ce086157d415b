/**
 * The client of iMIS's REST API: tokens, entities, their definitions, and every way iMIS says no,
 * in one closed set. Knows no webhook and no delivery. The facts about iMIS are those of its public
 * sources; docs/imis.md will list them. Invariant: a failure says whether the record may have been
 * written.
 */
@NullMarked
package dev.inlet.imis;

import org.jspecify.annotations.NullMarked;
