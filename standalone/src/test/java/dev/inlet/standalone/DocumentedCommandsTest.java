package dev.inlet.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlet.identity.credentials.Totp;
import dev.inlet.standalone.Shell.Outcome;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Follows the pages that are read with a shell beside a trial, each from its beginning. */
class DocumentedCommandsTest {

  private static final String MANAGEMENT_API = "docs/management-api.md";
  private static final String SENDERS = "docs/senders.md";
  private static final String WEBHOOKS_AS_CODE = "docs/webhooks-as-code.md";

  private static final String SUPPORT = "docs/management-api.md#support-staff";

  /** The last but one ends with the deletion of the organization. */
  private static final List<String> PAGES =
      List.of(
          "docs/tutorial.md",
          "docs/observability.md",
          WEBHOOKS_AS_CODE,
          SENDERS,
          MANAGEMENT_API,
          SUPPORT);

  /**
   * What is refused fails, but where the page shows the status of a refusal. What goes on until
   * somebody ends it is ended.
   */
  private static final String CURL =
      """
      curl() {
        case "$*" in
          *http_code*) command curl --max-time 60 "$@" ;;
          "-sN "*)
            command curl -D heads --max-time 2 --fail-with-body "$@" || [ $? = 28 ]
            grep -q '^HTTP/.* 200' heads ;;
          *) command curl --max-time 60 --fail-with-body "$@" ;;
        esac
      }
      """;

  /** A fingerprint is what the plan before says; the page shows three dots. */
  private static final String FINGERPRINT =
      """
      fingerprint() {
        curl -s $API/webhooks/plan -H "Authorization: Bearer $KEY" -H 'Content-Type: application/yaml' \\
          --data-binary @inlet.yaml | sed 's/.*"fingerprint":"\\([^"]*\\)".*/\\1/'
      }
      """;

  /** A webhook that takes what the page's examples send, and demands what they prove. */
  private static final String WEBHOOK_OF_SENDERS =
      """
      MADE=$(curl -s $API/webhooks -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' -d '{
        "name": "Senders", "schema": {"type": "object"}, "action": {"type": "imis.activity", "mapping": [
          {"field": "ACTIVITY_TYPE", "value": "TEST"}, {"field": "PartyId", "value": "101"}]}}')
      HOOK=$(echo "$MADE" | sed 's/.*"url":"\\([^"]*\\)".*/\\1/')
      HOOK_ID=$(echo "$MADE" | sed 's/.*"id":"\\([^"]*\\)".*/\\1/')
      demand() {
        curl -s -X PUT $API/webhooks/$HOOK_ID/verification -H "Authorization: Bearer $TOKEN" \\
          -H 'Content-Type: application/json' -d "{\\"scheme\\":\\"$1\\",\\"secret\\":\\"$SECRET\\"$2}"
      }
      """;

  /** What the page's examples prove, one after the other. */
  private static final List<String> DEMANDS =
      List.of(
          "demand STANDARD_WEBHOOKS ''",
          "demand STRIPE ''",
          "demand GITHUB ''",
          "demand SHOPIFY ''",
          "demand HMAC ',\"header\":\"X-Signature\",\"algorithm\":\"SHA512\",\"encoding\":\"BASE64\",\"prefix\":\"v0=\"'",
          "demand HEADER ',\"header\":\"X-Webhook-Secret\"'",
          "demand BASIC ',\"user\":\"sender\"'");

  private static final String PEOPLE =
      """
      WHO='"email":"sam@inlet.example","password":"violet tractor monday"'
      post() {
        curl -s localhost:8080/api/$1 ${TOKEN:+-H} ${TOKEN:+"Authorization: Bearer $TOKEN"} \\
          -H 'Content-Type: application/json' -d "$2"
      }
      text() { sed 's/.*"'"$1"'":"\\([^"]*\\)".*/\\1/'; }
      """;

  /** Prints the secret of their second factor. */
  private static final String BEGIN_AS_SUPPORT =
      """
      post auth/set-password '{"token":"'$LINK'","password":"violet tractor monday"}'
      TOKEN=$(post auth/login "{$WHO}" | text access_token)
      post me/second-factor '{"password":"violet tractor monday"}' | text secret
      """;

  /** With a code of it, and then with a recovery code. Looks for something to look at. */
  private static final String SIGN_IN_AS_SUPPORT =
      """
      TOKEN=$(post auth/login "{$WHO}" | text access_token)
      CODE=$(post me/second-factor/confirm '{"code":"'$CODE'"}' | sed 's/.*"recoveryCodes":\\["\\([^"]*\\)".*/\\1/')
      TOKEN=
      TOKEN=$(post auth/login "{$WHO,\\"code\\":\\"$CODE\\"}" | text access_token)
      LATEST=$(curl -s "localhost:8080/api/support/deliveries?limit=1" -H "Authorization: Bearer $TOKEN")
      DELIVERY=$(echo "$LATEST" | text id)
      ORGANIZATION=$(echo "$LATEST" | text organizationId)
      """;

  private static final String EXAMPLE_URL = "https://inlet.example.org/hooks/acme/Zk3v...";
  private static final Pattern PROVED = Pattern.compile("(?m)^curl -i \"\\$URL\"");

  @TempDir private static Path folder;

  private static Settings settings;
  private static Standalone trial;

  @BeforeAll
  static void start() throws IOException {
    settings = new Settings(folder.resolve("data"), freePort(), freePort());
    trial = Standalone.start(settings);
  }

  @AfterAll
  static void stop() {
    trial.close();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void doWhatTheirPageSays(String page) throws IOException, InterruptedException {
    String script = script(commands(page));

    said(
        switch (page) {
          case WEBHOOKS_AS_CODE ->
              signIn()
                  + FINGERPRINT
                  + script.replace("fingerprint=...", "fingerprint=$(fingerprint)");
          case SENDERS -> signIn() + WEBHOOK_OF_SENDERS + demanding(script);
          case SUPPORT ->
              signInAsSupport()
                  + script
                      .replace("{organizationId}", "$ORGANIZATION")
                      .replace("{deliveryId}", "$DELIVERY");
          default -> script;
        });
  }

  /** The support staff's part of a page is read by other people, who sign in otherwise. */
  private static List<DocumentedCommand> commands(String page) throws IOException {
    boolean isSupport = page.equals(SUPPORT);
    return Account.runBy(DocumentedCommandsTest.class)
        .filter(command -> command.page().equals(isSupport ? MANAGEMENT_API : page))
        .filter(command -> command.text().contains("/api/support/") == isSupport)
        .toList();
  }

  private static List<String> pages() {
    return PAGES;
  }

  @Test
  void areOfThesePages() throws IOException {
    List<DocumentedCommand> commands = new ArrayList<>();
    for (String page : PAGES) {
      commands.addAll(commands(page));
    }

    assertThat(commands)
        .hasSizeGreaterThan(60)
        .containsExactlyInAnyOrderElementsOf(Account.runBy(DocumentedCommandsTest.class).toList());
  }

  /** As the page of the management API has one do, until there is a key. */
  private static String signIn() throws IOException {
    List<DocumentedCommand> commands = commands(MANAGEMENT_API);
    List<DocumentedCommand> before =
        commands.stream().takeWhile(command -> !command.text().startsWith("KEY=")).toList();
    return script(commands.subList(0, before.size() + 1));
  }

  private static String signInAsSupport() throws IOException, InterruptedException {
    String link =
        OperatorCommand.run(settings, List.of("create-support-user", "sam@inlet.example", "Sam"))
            .text();
    String token = link.substring(link.indexOf('#') + 1).strip();
    String secret = said("LINK=" + token + "\n" + PEOPLE + BEGIN_AS_SUPPORT).strip();
    return "CODE=" + Totp.code(secret, Instant.now()) + "\n" + PEOPLE + SIGN_IN_AS_SUPPORT;
  }

  private static String demanding(String script) {
    String demanding = script.replace(EXAMPLE_URL, "'\"$HOOK\"'");
    for (String demand : DEMANDS) {
      demanding =
          PROVED
              .matcher(demanding)
              .replaceFirst(Matcher.quoteReplacement(demand + "\ncurl -si \"$URL\""));
    }
    assertThat(PROVED.matcher(demanding).find()).as("one that nothing is demanded for").isFalse();
    return demanding;
  }

  /** The commands in order; each says first where it stands. */
  private static String script(List<DocumentedCommand> commands) {
    StringBuilder script = new StringBuilder();
    for (DocumentedCommand command : commands) {
      script.append("echo; echo '--- %s:%d'%n".formatted(command.page(), command.line()));
      script.append(command.text()).append('\n');
    }
    return script.toString();
  }

  /** Ends at the first that fails; an answer of 400 or more is a failure. */
  private static String said(String script) throws IOException, InterruptedException {
    Shell shell = new Shell(Files.createTempDirectory(folder, "work"), Map.of());
    Outcome outcome =
        shell.run(
            ("set -eu\n" + CURL + script)
                .replace("localhost:8080", "localhost:" + settings.port())
                .replace("localhost:8081", "localhost:" + settings.simulatorPort()));
    assertThat(outcome.status()).as(outcome.said()).isZero();
    return outcome.said();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
