package dev.inlet.isolation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.inlet.identity.People.Someone;
import dev.inlet.identity.credentials.DeviceTokens;
import dev.inlet.testing.TestInlet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Tokens of somebody that must not be taken, each wrong in one thing. */
final class Forgeries {

  private static final String OTHER_KEY = "some other key, as long as one has to be";
  private static final String TYPE = "at+jwt";

  private Forgeries() {}

  static Map<String, String> of(TestInlet inlet, Someone someone) {
    String key = TestInlet.TOKEN_KEY;
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("none", "");
    tokens.put("nonsense", "nonsense");
    tokens.put("cut", someone.token().substring(0, someone.token().length() - 4));
    tokens.put("another key", signed(someone, TYPE, OTHER_KEY, "HS256", claims -> {}));
    tokens.put("another algorithm", signed(someone, TYPE, key + key, "HS512", claims -> {}));
    tokens.put("another type", signed(someone, "JWT", key, "HS256", claims -> {}));
    tokens.put("expired", signed(someone, TYPE, key, "HS256", Forgeries::expire));
    tokens.put("another issuer", signed(someone, TYPE, key, "HS256", claims -> claims.issuer("x")));
    tokens.put(
        "another audience", signed(someone, TYPE, key, "HS256", claims -> claims.audience("x")));
    tokens.put(
        "no expiry", signed(someone, TYPE, key, "HS256", claims -> claims.expirationTime(null)));
    tokens.put(
        "no session", signed(someone, TYPE, key, "HS256", claims -> claims.claim("sid", null)));
    tokens.put("alg none", new PlainJWT(claims(someone).build()).serialize());
    tokens.put("a device token", inlet.bean(DeviceTokens.class).next(someone.id()));
    tokens.put("an API key that is none", "inlet_" + someone.token());
    return tokens;
  }

  /** A token that is right in everything; the test of the tests. */
  static String sound(Someone someone) {
    return signed(someone, TYPE, TestInlet.TOKEN_KEY, "HS256", claims -> {});
  }

  private static String signed(
      Someone someone,
      String type,
      String key,
      String algorithm,
      Consumer<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims = claims(someone);
    change.accept(claims);
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.parse(algorithm))
            .type(new JOSEObjectType(type))
            .keyID(keyId(someone))
            .build();
    SignedJWT token = new SignedJWT(header, claims.build());
    try {
      token.sign(new MACSigner(key.getBytes(StandardCharsets.UTF_8)));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  private static String keyId(Someone someone) {
    try {
      return SignedJWT.parse(someone.token()).getHeader().getKeyID();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWTClaimsSet.Builder claims(Someone someone) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer("inlet")
        .audience("inlet-api")
        .subject(someone.id().toString())
        .claim("sid", someone.session().toString())
        .issueTime(Date.from(now))
        .notBeforeTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
  }

  private static void expire(JWTClaimsSet.Builder claims) {
    claims.expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(1))));
  }
}
