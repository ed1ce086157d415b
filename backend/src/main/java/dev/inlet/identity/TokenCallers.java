package dev.inlet.identity;

import dev.inlet.identity.apikeys.ApiKeys;
import dev.inlet.identity.credentials.AccessTokens;
import dev.inlet.platform.access.Callers;
import dev.inlet.platform.access.Standing;
import dev.inlet.platform.http.Origin;
import dev.inlet.platform.security.Caller;
import dev.inlet.platform.tenancy.OrganizationId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** Tells callers by their tokens: an access token is a person's, an API key an organization's. */
@Singleton
class TokenCallers implements Callers {

  private final AccessTokens accessTokens;
  private final SessionRepository sessions;
  private final MemberRepository members;
  private final ApiKeys apiKeys;

  TokenCallers(
      AccessTokens accessTokens,
      SessionRepository sessions,
      MemberRepository members,
      ApiKeys apiKeys) {
    this.accessTokens = accessTokens;
    this.sessions = sessions;
    this.members = members;
    this.apiKeys = apiKeys;
  }

  @Override
  public Optional<Caller> identify(String token, Origin origin) {
    return ApiKeys.hasShape(token)
        ? apiKeys.identify(token, origin)
        : accessTokens
            .verify(token)
            .flatMap(grant -> sessions.findPerson(grant, origin))
            .map(Function.identity());
  }

  @Override
  public Optional<Standing> standing(Caller caller, OrganizationId organization) {
    return switch (caller) {
      case Caller.Person person -> members.standing(organization, person);
      case Caller.Key key ->
          key.organization().equals(organization)
              ? Optional.of(new Standing(key.role(), false))
              : Optional.empty();
      case Caller.Operator _ -> Optional.empty();
    };
  }
}
