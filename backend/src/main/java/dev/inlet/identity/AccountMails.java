package dev.inlet.identity;

import dev.inlet.identity.credentials.SecretToken;
import dev.inlet.platform.http.PublicUrl;
import dev.inlet.platform.json.OneLine;
import dev.inlet.platform.mail.Mail;
import dev.inlet.platform.mail.Mailer;
import dev.inlet.platform.time.SpokenTime;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;

/** The e-mails about accounts and invitations, and the links in them. Plain text, always. */
@Singleton
class AccountMails {

  private final Mailer mailer;
  private final PublicUrl publicUrl;

  AccountMails(Mailer mailer, PublicUrl publicUrl) {
    this.mailer = mailer;
    this.publicUrl = publicUrl;
  }

  boolean canBeSent() {
    return mailer.isConfigured();
  }

  /** Secrets stand behind the #: browsers send it to no server, so no log of one holds it. */
  String invitationUrl(SecretToken token) {
    return publicUrl.of("/invitation#" + token.text());
  }

  String passwordUrl(SecretToken token) {
    return publicUrl.of("/set-password#" + token.text());
  }

  private String emailUrl(SecretToken token) {
    return publicUrl.of("/confirm-email#" + token.text());
  }

  void invitation(Handle handle, Invitation invitation, String organization, String url) {
    String name = OneLine.of(organization); // or it could go on as if Inlet wrote
    send(
        handle,
        invitation.email(),
        "Invitation to %s on Inlet".formatted(name),
        """
        %s invites you to work in the organization "%s" on Inlet.

        Accept the invitation here, by %s:

        %s

        If you expected no invitation, you need not do anything.
        """
            .formatted(invitation.invitedBy(), name, SpokenTime.day(invitation.expiresAt()), url));
  }

  void passwordLink(Handle handle, String to, SecretToken token) {
    send(
        handle,
        to,
        "Set a new password for Inlet",
        """
        Somebody asked to set a new password for your account on Inlet. If it was you, do so here, within an hour:

        %s

        If it was not you, you need not do anything: your password stays what it is.
        """
            .formatted(passwordUrl(token)));
  }

  void passwordChanged(Handle handle, String to) {
    send(
        handle,
        to,
        "Your password for Inlet was changed",
        """
        The password of your account on Inlet was changed, and every other device was signed out.

        If it was not you, set a new password at once:

        %s
        """
            .formatted(publicUrl.of("/forgot-password")));
  }

  void confirmEmail(Handle handle, String to, SecretToken token) {
    send(
        handle,
        to,
        "Confirm your e-mail address for Inlet",
        """
        Somebody wants to sign in to Inlet with this e-mail address. If it is you, confirm it here, within a day:

        %s

        If it is not you, you need not do anything.
        """
            .formatted(emailUrl(token)));
  }

  void emailChanged(Handle handle, String formerly, String now) {
    send(
        handle,
        formerly,
        "Your e-mail address for Inlet was changed",
        """
        Your account on Inlet is signed in to with another e-mail address from now on: %s

        If it was not you, tell an owner of your organization at once.
        """
            .formatted(now));
  }

  void secondFactorDisabled(Handle handle, String to) {
    send(
        handle,
        to,
        "Your second factor for Inlet was turned off",
        """
        Signing in to your account on Inlet takes your password alone from now on.

        If it was not you, set a new password at once and turn the second factor on again:

        %s
        """
            .formatted(publicUrl.of("/forgot-password")));
  }

  private void send(Handle handle, String to, String subject, String text) {
    if (mailer.isConfigured()) {
      mailer.send(handle, new Mail(to, subject, text));
    }
  }
}
