/**
 * What an organization can take with it: features tell it as files of JSON. Refuses to know which
 * features there are and what becomes of the files. Invariant: rows are read a few at a time, each
 * time in a transaction that is over before anybody is waited for.
 */
@NullMarked
package dev.inlet.platform.export;

import org.jspecify.annotations.NullMarked;
