/**
 * Value templates: text with $$property$$ references, parsed once, rendered per payload. Knows no
 * field and no target.
 */
@NullMarked
package dev.inlet.webhooks.mapping;

import org.jspecify.annotations.NullMarked;
