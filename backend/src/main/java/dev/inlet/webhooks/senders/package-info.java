/**
 * What a third party has to know to send to one webhook, as a page for people and as OpenAPI for
 * programs. Knows no database and no secret. Invariant: whatever a tenant wrote reaches the page as
 * text, never as markup.
 */
@NullMarked
package dev.inlet.webhooks.senders;

import org.jspecify.annotations.NullMarked;
