package dev.inlet.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Introspected;

/**
 * An access token, to be sent as {@code Authorization: Bearer}.
 *
 * @param expiresIn its life in seconds
 */
@Introspected
record TokenResponse(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("token_type") String tokenType,
    @JsonProperty("expires_in") long expiresIn) {}
