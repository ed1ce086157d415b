package dev.inlet.identity;

import dev.inlet.organizations.OrganizationRepository;
import dev.inlet.platform.mail.Administrators;
import dev.inlet.platform.tenancy.OrganizationId;
import dev.inlet.platform.tenancy.UserId;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Those who may change how an organization works are those who hear when it does not. */
@Singleton
class OwnersAndAdmins implements Administrators {

  private final OrganizationRepository organizations;
  private final MemberRepository members;

  OwnersAndAdmins(OrganizationRepository organizations, MemberRepository members) {
    this.organizations = organizations;
    this.members = members;
  }

  @Override
  public Audience of(OrganizationId organization, Handle handle) {
    return new Audience(
        organizations.find(organization, handle).orElseThrow().name(),
        members.administratorAddresses(organization, handle));
  }

  @Override
  public List<String> addressesOf(OrganizationId organization, Handle handle, List<UserId> chosen) {
    return chosen.isEmpty() ? List.of() : members.addresses(organization, handle, chosen);
  }
}
