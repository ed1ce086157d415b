package dev.inlet.identity;

import dev.inlet.platform.tenancy.UserId;

/** A person who signs in. */
record User(UserId id, String email, String name, String passwordHash, boolean isDisabled) {}
