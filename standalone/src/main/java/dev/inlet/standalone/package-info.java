/**
 * Inlet to try and to develop: PostgreSQL, a simulated iMIS, the backend and the web app in one
 * process, with a demo organization. Refuses to be used in production: its keys lie beside its data
 * and its database trusts this machine.
 */
@NullMarked
package dev.inlet.standalone;

import org.jspecify.annotations.NullMarked;
