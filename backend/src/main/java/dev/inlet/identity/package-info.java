/**
 * People: users, their memberships, signing in and staying signed in. Refuses to know what a member
 * works on. Invariant: neither a password nor a refresh token is stored, only what recognises it.
 */
@NullMarked
package dev.inlet.identity;

import org.jspecify.annotations.NullMarked;
