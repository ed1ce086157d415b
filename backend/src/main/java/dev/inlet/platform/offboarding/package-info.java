/**
 * What features contribute when an organization leaves: what it can take along, as files of JSON,
 * and what remains of it afterwards and has to be erased. Refuses to know which features there are.
 * Invariant: rows are read and deleted a few at a time, each time in a transaction that is over
 * before anybody is waited for.
 */
@NullMarked
package dev.inlet.platform.offboarding;

import org.jspecify.annotations.NullMarked;
