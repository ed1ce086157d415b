/** Files for spreadsheets. */
@NullMarked
package dev.inlet.platform.csv;

import org.jspecify.annotations.NullMarked;
