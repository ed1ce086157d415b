package dev.inlet.webhooks;

import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.organizations.Slug;
import dev.inlet.platform.problem.ProblemException;
import dev.inlet.platform.problem.ProblemType;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.webhooks.FilePlan.Others;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An organization's webhooks as a file, for whoever runs the installation. */
@Singleton
public class OperatorFiles {

  /** In a container there are no files. */
  private static final String STANDARD_INPUT = "-";

  private final OrganizationRepository organizations;
  private final WebhookFileExport export;
  private final FileApplication application;

  OperatorFiles(
      OrganizationRepository organizations, WebhookFileExport export, FileApplication application) {
    this.organizations = organizations;
    this.export = export;
    this.application = application;
  }

  /**
   * All webhooks of an organization, without a secret or a URL.
   *
   * @throws ProblemException if no organization has this short name
   */
  public String exportWebhooks(String slug) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      export.write(organization(slug), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toString(StandardCharsets.UTF_8).strip();
  }

  /**
   * Makes webhooks of an organization as a file says. Those that are not in it are left alone.
   *
   * @param file where it is, or "-" for what comes by standard input
   * @return the plan that was carried out, for people to read
   * @throws ProblemException if no organization has this short name, the file cannot be read, or it
   *     cannot be applied; nothing was done then
   */
  public String importWebhooks(String slug, String file) {
    OrganizationId organization = organization(slug);
    return FilePlanText.of(
            application.apply(
                organization, content(file), Others.LEAVE, null, new Caller.Operator()))
        .strip();
  }

  private OrganizationId organization(String slug) {
    return organizations
        .findIdAcrossOrganizations(new Slug(slug))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "There is no organization with this short name."));
  }

  private static byte[] content(String file) {
    try {
      return file.equals(STANDARD_INPUT)
          ? System.in.readAllBytes()
          : Files.readAllBytes(Path.of(file));
    } catch (IOException e) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "%s cannot be read: is it there?".formatted(file));
    }
  }
}
