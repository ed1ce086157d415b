package dev.inlet.webhooks.senders;

import dev.inlet.webhooks.verification.Algorithm;
import dev.inlet.webhooks.verification.Encoding;
import dev.inlet.webhooks.verification.Verification;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How a sender proves itself to a webhook, without the secret.
 *
 * @param title what the scheme is called
 * @param explanation in sentences
 * @param headers the headers that carry it
 * @param shell lines that make the proof out of {@code SECRET} and {@code BODY}
 * @param arguments what curl is called with beside URL and body
 */
record ProofOfSender(
    String title, String explanation, List<String> headers, String shell, String arguments) {

  private static final String WHOLE_BODY = "Sign the bytes of the body exactly as you send them. ";

  static ProofOfSender of(Verification verification) {
    return switch (verification.scheme()) {
      case NONE -> new ProofOfSender("", "", List.of(), "", "");
      case STANDARD_WEBHOOKS -> standardWebhooks();
      case STRIPE ->
          new ProofOfSender(
              "A signature as Stripe makes it",
              WHOLE_BODY
                  + "HMAC-SHA-256 of the time, a dot and the body, in hex, under the secret as it is written. The time may be five minutes off.",
              List.of("Stripe-Signature"),
              """
              TIME=$(date +%s)
              SIGNATURE=$(printf %s "$TIME.$BODY" | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)
              """,
              "-H \"Stripe-Signature: t=$TIME,v1=$SIGNATURE\"");
      case GITHUB ->
          signature(
              "A signature as GitHub makes it",
              "X-Hub-Signature-256",
              Algorithm.SHA256,
              Encoding.HEX,
              "sha256=");
      case SHOPIFY ->
          signature(
              "A signature as Shopify makes it",
              "X-Shopify-Hmac-Sha256",
              Algorithm.SHA256,
              Encoding.BASE64,
              "");
      case HMAC ->
          signature(
              "A signature of the body",
              String.valueOf(verification.header()),
              Objects.requireNonNull(verification.algorithm()),
              Objects.requireNonNull(verification.encoding()),
              Objects.requireNonNullElse(verification.prefix(), ""));
      case HEADER ->
          new ProofOfSender(
              "A secret header",
              "Send the secret as the value of the header %s.".formatted(verification.header()),
              List.of(String.valueOf(verification.header())),
              "",
              "-H " + Shell.quoted(verification.header() + ": ") + "\"$SECRET\"");
      case BASIC ->
          new ProofOfSender(
              "User and password",
              "HTTP Basic authentication (RFC 7617, UTF-8) as the user %s."
                  .formatted(verification.user()),
              List.of("Authorization"),
              "",
              "-u " + Shell.quoted(verification.user() + ":") + "\"$SECRET\"");
    };
  }

  private static ProofOfSender standardWebhooks() {
    return new ProofOfSender(
        "A signature after Standard Webhooks",
        WHOLE_BODY
            + "HMAC-SHA-256 of id, time and body with dots between them, in Base64, under the bytes that the secret is the Base64 of. The time may be five minutes off. See www.standardwebhooks.com.",
        List.of("webhook-id", "webhook-timestamp", "webhook-signature"),
        """
        ID=msg_1; TIME=$(date +%s)
        KEY=$(printf %s "${SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \\n')
        SIGNATURE=$(printf %s "$ID.$TIME.$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | base64)
        """,
        "-H \"webhook-id: $ID\" -H \"webhook-timestamp: $TIME\" -H \"webhook-signature: v1,$SIGNATURE\"");
  }

  private static ProofOfSender signature(
      String title, String header, Algorithm algorithm, Encoding encoding, String prefix) {
    String hash = algorithm.name().toLowerCase(Locale.ROOT);
    String explanation =
        WHOLE_BODY
            + "HMAC-%s of the body under the secret, in %s, in the header %s%s."
                .formatted(
                    algorithm.name().replace("SHA", "SHA-"),
                    encoding == Encoding.HEX ? "hex" : "Base64",
                    header,
                    prefix.isEmpty() ? "" : " after " + prefix);
    String written =
        encoding == Encoding.HEX
            ? "-hmac \"$SECRET\" -r | cut -d' ' -f1"
            : "-hmac \"$SECRET\" -binary | base64 | tr -d '\\n'";
    return new ProofOfSender(
        title,
        explanation,
        List.of(header),
        "SIGNATURE=$(printf %s \"$BODY\" | openssl dgst -" + hash + " " + written + ")\n",
        "-H " + Shell.quoted(header + ": " + prefix) + "\"$SIGNATURE\"");
  }
}
