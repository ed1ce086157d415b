package dev.inlet.webhooks.senders;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlet.platform.json.JsonLimits;
import dev.inlet.platform.time.SpokenTime;
import dev.inlet.webhooks.idempotency.Idempotency;
import dev.inlet.webhooks.idempotency.KeySource;
import dev.inlet.webhooks.schema.EmbeddedSchema;
import dev.inlet.webhooks.schema.PropertyRules;
import dev.inlet.webhooks.schema.SchemaProperty;
import dev.inlet.webhooks.verification.Scheme;
import dev.inlet.webhooks.verification.Verification;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a sender has to know, as one file that opens in any browser and prints well. It loads
 * nothing and runs nothing, and says so to the browser, too.
 */
public final class SenderPage {

  private final Sending sending;
  private final PropertyRules rules;

  private SenderPage(Sending sending) {
    this.sending = sending;
    this.rules = new PropertyRules(sending.schema());
  }

  /** The whole document. */
  public static String of(Sending sending) {
    return new SenderPage(sending).page().html();
  }

  private Markup page() {
    Markup content =
        Markup.join(
            Stream.of(
                head(), request(), properties(), example(), proof(), key(), answers(), schema()));
    return Markup.of(
        SenderStyle.DOCUMENT,
        sending.webhook(),
        sending.organization(),
        new Markup(SenderStyle.CSS),
        content);
  }

  private Markup head() {
    return Markup.of(
        """
        <header><p class="of">{}</p><h1>How to send to “{}”</h1>
        <p>As of {}, version {}. <strong>Keep this file secret:</strong> whoever knows the URL in it can send.</p></header>""",
        sending.organization(),
        sending.webhook(),
        SpokenTime.day(sending.toldAt()),
        sending.version());
  }

  private Markup request() {
    return Markup.of(
        """
        <section><h2>The request</h2>
        <pre><code>POST {}</code></pre>
        <ul>
        <li>The body is one JSON object in UTF-8 that fits the schema below, whatever <code>Content-Type</code> says.</li>
        <li>At most {}, {} levels deep, numbers of at most {} characters, no property twice.</li>
        <li>The body has to come within {}; the answer comes within {}, and up to 3 seconds later if the log is slow.</li>
        {}
        </ul></section>""",
        sending.url(),
        Words.bytes(sending.limits().maxBodyBytes()),
        JsonLimits.DEFAULT.depth(),
        JsonLimits.DEFAULT.numberLength(),
        Words.time(sending.limits().bodyTime()),
        Words.time(sending.deadline()),
        order());
  }

  private Markup order() {
    boolean isKept = sending.isAcknowledgedOnReceipt() && sending.queue().isInOrder();
    return isKept
        ? Markup.of(
            "<li>Records are written in the order in which they were acknowledged: send the next one when you have the answer to the one before.</li>")
        : Markup.NONE;
  }

  private Markup properties() {
    if (sending.properties().isEmpty()) {
      return Markup.of(
          "<section><h2>Properties</h2><p>The schema names no property.</p></section>");
    }
    return Markup.of(
        """
        <section><h2>Properties</h2>
        <table><thead><tr><th>Name</th><th>Type</th><th>Required</th><th>Limits</th><th>Meaning</th></tr></thead>
        <tbody>{}</tbody></table>
        <p>Properties that are not listed are judged by the schema alone and otherwise ignored.</p></section>""",
        Markup.each(sending.properties(), this::row));
  }

  private Markup row(SchemaProperty property) {
    return Markup.of(
        "<tr><td><code>{}</code></td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
        property.name(),
        String.join(" or ", property.types()),
        property.isRequired() ? "yes" : "no",
        String.join("; ", rules.of(property.name())),
        Objects.requireNonNullElse(property.description(), ""));
  }

  private Markup example() {
    JsonNode example = sending.example();
    if (example == null) {
      return Markup.of(
          "<section><h2>Example</h2><p>No example could be made up that fits this schema. Ask the association for one.</p></section>");
    }
    return Markup.of(
        """
        <section><h2>Example</h2>
        <p>It fits the schema; its values are made up. <strong>Sending it writes a record.</strong></p>
        <pre><code>{}</code></pre><pre><code>{}</code></pre></section>""",
        example.toPrettyString(),
        curl(example));
  }

  private String curl(JsonNode example) {
    ProofOfSender proof = ProofOfSender.of(sending.verification());
    boolean needsSecret = sending.verification().needsSecret();
    return "BODY=%s\n%s%scurl -i %s -H 'Content-Type: application/json' %s%s--data-raw \"$BODY\""
        .formatted(
            Shell.quoted(example.toString()),
            needsSecret ? "SECRET='the secret that you both know'\n" : "",
            proof.shell(),
            Shell.quoted(sending.url()),
            proof.arguments().isEmpty() ? "" : proof.arguments() + " ",
            keyArgument());
  }

  private String keyArgument() {
    Idempotency idempotency = sending.idempotency();
    return idempotency.from() == KeySource.HEADER
        ? "-H %s "
            .formatted(Shell.quoted(idempotency.name() + ": 8e03978e-40d5-43dd-bc93-6894a57f9324"))
        : "";
  }

  private Markup proof() {
    Verification verification = sending.verification();
    if (verification.isOpen()) {
      return Markup.of(
          "<section><h2>Proving who you are</h2><p>Nothing is needed beside the URL.</p></section>");
    }
    ProofOfSender proof = ProofOfSender.of(verification);
    Markup scheme =
        verification.scheme() == Scheme.NONE
            ? Markup.NONE
            : Markup.of(
                "<p><strong>{}</strong>, with a secret that the association gives you by another way. {} A header that is missing, sent twice or not what it should look like counts as wrong.</p>",
                proof.title(),
                proof.explanation());
    Markup networks =
        verification.networks().isEmpty()
            ? Markup.NONE
            : Markup.of(
                "<p>Deliveries are taken from these addresses alone:</p><ul>{}</ul>",
                Markup.each(
                    verification.networks(), it -> Markup.of("<li><code>{}</code></li>", it)));
    return Markup.of("<section><h2>Proving who you are</h2>{}{}</section>", scheme, networks);
  }

  private Markup key() {
    Idempotency idempotency = sending.idempotency();
    if (idempotency.from() == KeySource.NONE) {
      return Markup.of(
          "<section><h2>Sending again</h2><p>Whatever is sent twice is done twice: there is no key by which the second one is known.</p></section>");
    }
    return Markup.of(
        """
        <section><h2>Sending again without doing it twice</h2>
        <p>Send a key in the {} <code>{}</code>: a new one for each event, and the same one each time you send that event again. It is held for {}.</p>
        <ul>
        <li>The second delivery with a key is answered what the first was, with <code>Idempotent-Replayed: true</code>; nothing is done again.</li>
        <li>What surely was not done may be sent again under its key, and is done then.</li>
        <li>A key is 1 to 255 printable ASCII characters; in a property, a number or a text of 1 to 255 characters.</li>
        </ul></section>""",
        idempotency.from() == KeySource.HEADER ? "header" : "property",
        String.valueOf(idempotency.name()),
        Words.time(idempotency.window()));
  }

  private Markup answers() {
    List<SenderAnswer> answers = SenderAnswer.of(sending);
    return Markup.of(
        """
        <section><h2>Answers</h2>
        <p>Every answer is JSON and carries <code>X-Delivery-Id</code>. <strong>Quote it when you ask {} about a delivery.</strong></p>
        <table><thead><tr><th>Status</th><th>Body</th><th>What it means</th><th>What to do</th><th>Send again?</th></tr></thead>
        <tbody>{}</tbody></table>
        <p>In <code>validationErrors</code>, <code>path</code> is a JSON Pointer to the value, <code>keyword</code> the rule of the schema that was broken, and <code>message</code> a sentence for people.</p></section>""",
        sending.organization(),
        Markup.each(answers, SenderPage::row));
  }

  private static Markup row(SenderAnswer answer) {
    return Markup.of(
        "<tr><td>{}</td><td><code>{}</code></td><td>{}</td><td>{}</td><td>{}</td></tr>",
        answer.status(),
        AnswerBody.example(answer.status()).toString(),
        answer.meaning(),
        answer.advice(),
        answer.again().word());
  }

  private Markup schema() {
    return Markup.of(
        "<section><h2>JSON Schema ({})</h2><pre><code>{}</code></pre></section>",
        sending.draft().label(),
        EmbeddedSchema.of(sending.schema(), sending.draft(), "").toPrettyString());
  }
}
