/**
 * What a webhook can do: the registry of action types, how a type describes its fields, the panels
 * that have them and the choices for them, and the conversion of text into a field's type. Knows no
 * target system; a new action is a package below and no change here.
 */
@NullMarked
package dev.inlet.actions;

import org.jspecify.annotations.NullMarked;
