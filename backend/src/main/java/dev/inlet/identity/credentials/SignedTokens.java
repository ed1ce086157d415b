package dev.inlet.identity.credentials;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.inlet.platform.ConfigurationException;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * JWTs signed with HMAC-SHA-256, and with nothing else. The first configured key signs, all of them
 * verify; the key's id in the header says which one did.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@Context // a key that cannot be used is found at the start
class SignedTokens {

  /** HS256 takes no shorter one. */
  private static final int KEY_LENGTH_MIN = 32;

  private static final String ISSUER = "inlet";
  private static final int CLOCK_SKEW_SECONDS = 5;

  private final List<OctetSequenceKey> keys;
  private final Clock clock;

  SignedTokens(TokenConfiguration configuration, Clock clock) {
    this.keys = configuration.keys().stream().map(SignedTokens::key).toList();
    this.clock = clock;
  }

  /**
   * What a kind of token is for.
   *
   * @param type the header's {@code typ}: no token passes for one of another kind
   * @param claims those of its own, beside the registered ones
   */
  record Kind(String type, String audience, Duration life, Set<String> claims) {}

  String sign(Kind kind, Map<String, String> claims) {
    OctetSequenceKey key = keys.getFirst();
    Instant now = clock.instant();
    JWTClaimsSet.Builder builder =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(kind.audience())
            .issueTime(Date.from(now))
            .notBeforeTime(Date.from(now))
            .expirationTime(Date.from(now.plus(kind.life())));
    claims.forEach(builder::claim);
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(new JOSEObjectType(kind.type()))
            .keyID(key.getKeyID())
            .build();
    SignedJWT token = new SignedJWT(header, builder.build());
    try {
      token.sign(new MACSigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("A token could not be signed", e);
    }
    return token.serialize();
  }

  /** The token's own claims; empty unless it was signed here, as this kind, and has not expired. */
  Optional<Map<String, String>> verify(Kind kind, String token) {
    try {
      JWTClaimsSet claims = processor(kind).process(token, null);
      return Optional.of(
          kind.claims().stream()
              .collect(
                  Collectors.toMap(name -> name, name -> String.valueOf(claims.getClaim(name)))));
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return Optional.empty();
    }
  }

  private DefaultJWTProcessor<SecurityContext> processor(Kind kind) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(kind.type())));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.HS256, new ImmutableJWKSet<>(new JWKSet(List.<JWK>copyOf(keys)))));
    Set<String> required =
        Stream.concat(kind.claims().stream(), Stream.of("iat", "exp"))
            .collect(Collectors.toUnmodifiableSet());
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            kind.audience(), new JWTClaimsSet.Builder().issuer(ISSUER).build(), required) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        };
    claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
    processor.setJWTClaimsSetVerifier(claims);
    return processor;
  }

  private static OctetSequenceKey key(String text) {
    if (text.length() < KEY_LENGTH_MIN) {
      throw new ConfigurationException(
          "INLET_TOKEN_KEY must have at least %d characters: make one with `openssl rand -base64 32`."
              .formatted(KEY_LENGTH_MIN));
    }
    try {
      return new OctetSequenceKey.Builder(text.getBytes(StandardCharsets.UTF_8))
          .algorithm(JWSAlgorithm.HS256)
          .keyUse(KeyUse.SIGNATURE)
          .keyIDFromThumbprint()
          .build();
    } catch (JOSEException e) {
      throw new IllegalStateException("A key could not be used", e);
    }
  }
}
