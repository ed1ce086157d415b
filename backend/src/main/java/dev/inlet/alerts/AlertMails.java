package dev.inlet.alerts;

import dev.inlet.platform.http.PublicUrl;
import dev.inlet.platform.json.OneLine;
import dev.inlet.platform.mail.Administrators;
import dev.inlet.platform.mail.Mail;
import dev.inlet.platform.mail.Mailer;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.UserId;
import dev.inlet.platform.time.SpokenTime;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** E-mails about incidents: those of one rule that are found together are one e-mail. */
@Singleton
class AlertMails {

  /** More would be read by nobody. */
  private static final int LISTED_MAX = 50;

  private final Administrators administrators;
  private final Mailer mailer;
  private final MailAllowance allowance;
  private final PublicUrl publicUrl;

  AlertMails(
      Administrators administrators, Mailer mailer, MailAllowance allowance, PublicUrl publicUrl) {
    this.administrators = administrators;
    this.mailer = mailer;
    this.allowance = allowance;
    this.publicUrl = publicUrl;
  }

  private record Letter(String subject, String text) {}

  /** Gives how many were left out. */
  int begun(OrganizationId organization, Handle handle, AlertRule rule, List<Incident> incidents) {
    return send(organization, handle, rule, name -> begun(organization, name, incidents));
  }

  /** Gives how many were left out. */
  int over(OrganizationId organization, Handle handle, AlertRule rule, List<Incident> incidents) {
    return send(organization, handle, rule, name -> over(organization, name, incidents));
  }

  private int send(
      OrganizationId organization, Handle handle, AlertRule rule, Function<String, Letter> writer) {
    if (!mailer.isConfigured()) {
      return 0;
    }
    Administrators.Audience audience = administrators.of(organization, handle);
    Set<String> addresses = new LinkedHashSet<>();
    if (rule.tellsAdministrators()) {
      addresses.addAll(audience.addresses());
    }
    List<UserId> members = rule.members().stream().map(UserId::new).toList();
    addresses.addAll(administrators.addressesOf(organization, handle, members));
    // One line, or it could go on as if Inlet wrote.
    Letter letter = writer.apply(OneLine.of(audience.organization()));
    int leftOut = 0;
    for (String address : addresses) {
      if (allowance.takes(handle, address)) {
        mailer.send(handle, new Mail(address, letter.subject(), letter.text()));
      } else {
        leftOut++;
      }
    }
    return leftOut;
  }

  private Letter begun(OrganizationId organization, String name, List<Incident> incidents) {
    Incident first = incidents.getFirst();
    if (first.kind() == AlertKind.CREDENTIALS_FAILING) {
      return credentials(organization, name, first);
    }
    String subject =
        switch (first.kind()) {
          case NO_DELIVERIES -> "Nothing is received any more: %s";
          default -> "Deliveries fail: %s";
        };
    String text =
        """
        In the organization "%s":

        %s

        What was received, and why it failed if it did, stands in the list of deliveries. What failed can be replayed there once the cause is mended:

        %s

        You will be told when this is over. Who is told of what is settled here:

        %s
        """
            .formatted(
                name,
                listed(incidents, Sentences::begun),
                publicUrl.of(Whereabouts.deliveries(organization, incidents)),
                settings(organization));
    return new Letter(subject.formatted(about(name, incidents)), text);
  }

  private Letter credentials(OrganizationId organization, String name, Incident incident) {
    String text =
        """
        Since %s, iMIS refuses the user name or password that Inlet signs in with for the organization "%s".

        Until this is mended, whatever its webhooks receive fails and is not written to iMIS, at the latest once the present sign-in runs out. Inlet does not keep trying, so that iMIS does not lock the account.

        Often the password has expired: iMIS lets those of some users expire after 90 days. Set a new one in iMIS, then give it to Inlet and test the connection:

        %s

        What failed meanwhile can be replayed afterwards, in the list of deliveries.

        Who is told of this is settled here:

        %s
        """
            .formatted(
                SpokenTime.day(incident.openedAt()),
                name,
                publicUrl.of("/o/%s/connection".formatted(organization)),
                settings(organization));
    return new Letter("iMIS refuses the password of %s".formatted(name), text);
  }

  private Letter over(OrganizationId organization, String name, List<Incident> incidents) {
    boolean isRecovered = Boolean.TRUE.equals(incidents.getFirst().isRecovered());
    String text =
        """
        In the organization "%s":

        %s

        What failed meanwhile can be replayed in the list of deliveries:

        %s

        Who is told of what is settled here:

        %s
        """
            .formatted(
                name,
                listed(incidents, Sentences::over),
                publicUrl.of(Whereabouts.deliveries(organization, incidents)),
                settings(organization));
    return new Letter(
        (isRecovered ? "Works again: %s" : "No longer watched: %s")
            .formatted(about(name, incidents)),
        text);
  }

  /** What a subject names: the one webhook, or how many. */
  private static String about(String organization, List<Incident> incidents) {
    Incident first = incidents.getFirst();
    if (first.kind() == AlertKind.CREDENTIALS_FAILING) {
      return "the password of %s".formatted(organization);
    }
    String webhook = first.webhookName();
    if (webhook == null) {
      return organization;
    }
    return incidents.size() == 1
        ? "%s (%s)".formatted(OneLine.of(webhook), organization)
        : "%d webhooks of %s".formatted(incidents.size(), organization);
  }

  private static String listed(List<Incident> incidents, Function<Incident, String> sentence) {
    String lines =
        incidents.stream()
            .limit(LISTED_MAX)
            .map(incident -> "- " + sentence.apply(incident))
            .collect(Collectors.joining("\n"));
    int more = incidents.size() - LISTED_MAX;
    return more > 0 ? lines + "\n- and %d more.".formatted(more) : lines;
  }

  private String settings(OrganizationId organization) {
    return publicUrl.of("/o/%s/alerts".formatted(organization));
  }
}
