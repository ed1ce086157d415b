package dev.inlet.webhooks;

import dev.inlet.platform.http.Network;
import dev.inlet.platform.problem.FieldError;
import dev.inlet.webhooks.verification.Scheme;
import dev.inlet.webhooks.verification.SecretShape;
import dev.inlet.webhooks.verification.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether what is to be demanded of senders can be. */
final class VerificationCheck {

  private static final int NETWORKS_MAX = 50;
  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
  private static final Pattern PREFIX = Pattern.compile("[\\x21-\\x7e]{1,50}");
  private static final Pattern USER = Pattern.compile("[^:\\p{Cntrl}]{1,200}");

  /** What HTTP itself, a browser or a proxy fills in. */
  private static final Set<String> NO_PROOF =
      Set.of(
          "accept",
          "accept-encoding",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "date",
          "expect",
          "forwarded",
          "host",
          "transfer-encoding",
          "user-agent",
          "x-forwarded-for");

  private final Verification wanted;
  private final List<FieldError> errors = new ArrayList<>();

  private VerificationCheck(Verification wanted) {
    this.wanted = wanted;
  }

  /**
   * Why it cannot be saved.
   *
   * @param secret null if the stored one is to stay
   */
  static List<FieldError> errors(Verification wanted, @Nullable String secret) {
    VerificationCheck check = new VerificationCheck(wanted);
    check.settings();
    check.networks();
    if (secret != null) {
      check.secret(secret);
    }
    return check.errors;
  }

  private void settings() {
    Scheme scheme = wanted.scheme();
    boolean isHmac = scheme == Scheme.HMAC;
    belongs("header", wanted.header(), isHmac || scheme == Scheme.HEADER, "Name the header.");
    belongs("algorithm", wanted.algorithm(), isHmac, "Choose SHA1, SHA256 or SHA512.");
    belongs("encoding", wanted.encoding(), isHmac, "Choose HEX or BASE64.");
    belongs("user", wanted.user(), scheme == Scheme.BASIC, "Name the user.");
    if (wanted.prefix() != null) {
      belongs("prefix", wanted.prefix(), isHmac, "");
      require("prefix", PREFIX, wanted.prefix(), "A prefix has 1 to 50 characters and no blanks.");
    }
    if (wanted.user() != null) {
      require("user", USER, wanted.user(), "A user has 1 to 200 characters, and no colon.");
    }
    header(wanted.header());
  }

  private void header(@Nullable String name) {
    if (name != null) {
      require(
          "header", HEADER_NAME, name, "A header has letters, digits and hyphens, 100 at most.");
      if (NO_PROOF.contains(name.toLowerCase(Locale.ROOT))) {
        add("header", "%s does not tell who sends.".formatted(name));
      }
    }
  }

  private void belongs(String field, @Nullable Object value, boolean belongs, String sentence) {
    if (belongs && value == null) {
      add(field, sentence);
    } else if (!belongs && value != null) {
      add(field, "%s takes none.".formatted(wanted.scheme()));
    }
  }

  private void require(String field, Pattern shape, String value, String sentence) {
    if (!shape.matcher(value).matches()) {
      add(field, sentence);
    }
  }

  private void networks() {
    if (wanted.networks().size() > NETWORKS_MAX) {
      add("networks", "Name at most %d networks.".formatted(NETWORKS_MAX));
      return;
    }
    for (int i = 0; i < wanted.networks().size(); i++) {
      String network = wanted.networks().get(i);
      try {
        Network.parse(network);
      } catch (IllegalArgumentException e) {
        add(
            "networks/" + i,
            "\"%s\" is no network: write 203.0.113.7 or 203.0.113.0/24.".formatted(network));
      }
    }
  }

  private void secret(String secret) {
    SecretShape.error(wanted.scheme(), secret).ifPresent(error -> add("secret", error));
  }

  private void add(String field, String sentence) {
    errors.add(new FieldError("/" + field, sentence));
  }
}
