package dev.inlet.webhooks;

/**
 * A webhook that there is, without what it does.
 *
 * @param state changes whenever a file about it could mean something else: with what was saved,
 *     whether it is paused, and what it demands of its senders
 */
record InstalledWebhook(WebhookId id, String name, boolean isPaused, String state) {}
