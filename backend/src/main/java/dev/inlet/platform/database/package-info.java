/**
 * The way to PostgreSQL: pools, migrations, roles and the transaction that knows its organization.
 * Invariant: no statement on a tenant table runs outside {@code Database.inOrganization}, and
 * row-level security shows nothing to one that does.
 */
@NullMarked
package dev.inlet.platform.database;

import org.jspecify.annotations.NullMarked;
