package dev.inlet.offboarding;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlet.organizations.Organization;
import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.platform.offboarding.ExportedFile;
import dev.inlet.platform.offboarding.OrganizationData;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Everything that is kept of an organization, as one ZIP file with a README that explains it. */
@Singleton
class Archive {

  private final OrganizationRepository organizations;
  private final List<OrganizationData> data;
  private final ObjectMapper json;

  Archive(OrganizationRepository organizations, List<OrganizationData> data, ObjectMapper json) {
    this.organizations = organizations;
    this.data = data;
    this.json = json;
  }

  /**
   * Writes the archive; the end of it, without which no program opens it, is written only if all of
   * it was.
   *
   * @throws IOException if it cannot be written any further
   */
  void write(Organization organization, Instant at, OutputStream out) throws IOException {
    Zip zip = new Zip(out);
    try {
      zip.putNextEntry(new ZipEntry("README.txt"));
      zip.write(readme(organization, at).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      for (ExportedFile file : files()) {
        zip.putNextEntry(new ZipEntry(file.name()));
        file.content().writeTo(document -> addLine(zip, document), organization.id());
        zip.closeEntry();
      }
      requireStillThere(organization);
      zip.finish();
    } finally {
      zip.release();
    }
  }

  /** Not closed, which would write the end of an archive that failed midway, too. */
  private static final class Zip extends ZipOutputStream {

    Zip(OutputStream out) {
      super(out, StandardCharsets.UTF_8);
    }

    void release() {
      def.end();
    }
  }

  /** What is erased while it is read would be missing without anybody noticing. */
  private void requireStillThere(Organization organization) throws IOException {
    if (organizations.find(organization.id()).isEmpty()) {
      throw new IOException("The organization was deleted while it was exported");
    }
  }

  private void addLine(OutputStream out, Object document) throws IOException {
    out.write(json.writeValueAsBytes(document));
    out.write('\n');
  }

  private List<ExportedFile> files() {
    return data.stream()
        .flatMap(each -> each.files().stream())
        .sorted(Comparator.comparing(ExportedFile::name))
        .toList();
  }

  private String readme(Organization organization, Instant at) {
    StringBuilder files = new StringBuilder();
    for (ExportedFile file : files()) {
      files.append(file.name()).append("\n    ").append(file.description()).append("\n\n");
    }
    String title = "Export of " + organization.slug();
    return """
    %s
    %s

    This is what Inlet kept of the organization "%s" at %s.

    A file that ends in .ndjson has one JSON document in each line, a file that ends in .json has one in all. Texts
    are UTF-8, times are RFC 3339 in UTC. Work went on while these files were written, one after the other: what
    changed meanwhile may be in one of them and not yet in another.

    %s
    Left out is what opens something else: the password to iMIS, the API keys, and the links in invitations. Nobody
    can export those; Inlet itself keeps them encrypted or as hashes.
    """
        .formatted(title, "=".repeat(title.length()), organization.name(), at, files);
  }
}
