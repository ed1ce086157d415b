import type { ApiKeyResponse, InvitationResponse, Member } from "../api/schema";
import type { Backend } from "./backend";
import { aMember, anApiKey, anInvitation, anOffer, founded, permissions } from "./fixtures";
import { problem } from "./problem";

const organization = "/organizations/:organizationId";

/** How the backend of the tests answers about people: as the real one does when all is well. */
export function identityAnswers(backend: Backend) {
  signingIn(backend);
  ownAccount(backend);
  people(backend);
  organizations(backend);
}

function signingIn(backend: Backend) {
  backend.openly("post", "/auth/login", ({ body }) => {
    if (body.password !== "correct horse") {
      return problem(401, "sign-in-refused", "E-mail address or password is wrong");
    }
    if (backend.code !== undefined && !body.code) {
      return problem(401, "second-factor-code-required", "Give the code of your second factor");
    }
    if (backend.code !== undefined && body.code !== backend.code) {
      return problem(401, "second-factor-code-required", "This code is not right.");
    }
    return backend.newToken();
  });
  backend.openly("post", "/auth/sign-up", ({ body }) => {
    const { organizationName, organizationSlug, name, email } = body;
    const membership = { ...founded, organizationName, organizationSlug };
    backend.me = { ...backend.me, name, email, memberships: [membership] };
    return backend.newToken();
  });
  backend.openly("post", "/auth/forgot-password", () => undefined);
  backend.openly("post", "/auth/set-password", () => {
    backend.endSession();
    return undefined;
  });
  backend.openly("post", "/auth/confirm-email", () => undefined);
  backend.openly("post", "/auth/invitations/show", () => anOffer());
  backend.openly("post", "/auth/invitations/accept", ({ body }) => {
    backend.me = { ...backend.me, name: body.name, email: anOffer().email };
    return backend.newToken();
  });
}

function ownAccount(backend: Backend) {
  backend.answers("get", "/permissions", () => ({ items: permissions, nextCursor: null }));
  backend.answers("get", "/me", () => backend.me);
  backend.answers("put", "/me", ({ body }) => {
    backend.me = { ...backend.me, ...body };
    return backend.me;
  });
  backend.answers("put", "/me/email", ({ body }) => {
    if (!backend.canSendMail) {
      backend.me = { ...backend.me, email: body.email };
    }
    return { isChanged: !backend.canSendMail };
  });
  backend.answers("put", "/me/password", () => undefined);
  backend.answers("post", "/me/second-factor", () => ({
    secret: "JBSWY3DPEHPK3PXP",
    uri: "otpauth://totp/Inlet:grace?secret=JBSWY3DPEHPK3PXP&issuer=Inlet",
  }));
  backend.answers("post", "/me/second-factor/confirm", () => {
    backend.me = { ...backend.me, hasSecondFactor: true };
    return { recoveryCodes: ["abcd-efgh-jkmn-pqrs", "2345-6789-abcd-efgh"] };
  });
  backend.answers("post", "/me/second-factor/recovery-codes", () => ({
    recoveryCodes: ["wxyz-wxyz-wxyz-wxyz"],
  }));
  backend.answers("post", "/me/second-factor/disable", () => {
    backend.me = { ...backend.me, hasSecondFactor: false };
    return undefined;
  });
  backend.answers("get", "/me/sessions", () => ({ items: backend.sessions, nextCursor: null }));
  backend.answers("delete", "/me/sessions", () => {
    backend.endSession();
    return undefined;
  });
  backend.answers("delete", "/me/sessions/:id", ({ params }) => {
    backend.sessions = backend.sessions.filter(({ id }) => id !== params.id);
    return undefined;
  });
  backend.answers("post", "/me/memberships/accept", () => undefined);
  backend.answers("post", "/me/memberships/found", ({ body }) => {
    const { organizationName, organizationSlug } = body;
    const membership = { ...founded, organizationName, organizationSlug };
    backend.me = { ...backend.me, memberships: [...backend.me.memberships, membership] };
    return { organizationId: founded.organizationId };
  });
  backend.answers("delete", "/me/memberships/:id", ({ params }) => {
    const memberships = backend.me.memberships.filter((each) => each.organizationId !== params.id);
    backend.me = { ...backend.me, memberships };
    return undefined;
  });
}

function people(backend: Backend) {
  const members = `${organization}/members`;
  backend.answers("get", members, () => ({ items: backend.members, nextCursor: null }));
  backend.answers("put", `${members}/:userId`, ({ params, body }) => {
    const known = backend.members.find(({ userId }) => userId === params.userId) ?? aMember();
    const changed: Member = { ...known, role: body.role };
    backend.members = backend.members.map((each) => (each === known ? changed : each));
    return changed;
  });
  backend.answers("delete", `${members}/:userId`, ({ params }) => {
    backend.members = backend.members.filter(({ userId }) => userId !== params.userId);
    return undefined;
  });

  const invitations = `${organization}/invitations`;
  const invitationOf = (id: unknown) =>
    backend.invitations.find((each) => each.id === id) ?? anInvitation();
  backend.answers("get", invitations, () => ({ items: backend.invitations, nextCursor: null }));
  backend.answers("post", invitations, ({ body }) => {
    const made: InvitationResponse = anInvitation({
      id: `invitation-${backend.invitations.length}`,
      ...body,
      isMailed: backend.canSendMail,
    });
    backend.invitations = [made, ...backend.invitations];
    return made;
  });
  backend.answers("post", `${invitations}/:id/resend`, ({ params }) => invitationOf(params.id));
  backend.answers("delete", `${invitations}/:id`, ({ params }) => {
    backend.invitations = backend.invitations.filter(({ id }) => id !== params.id);
    return undefined;
  });
}

function organizations(backend: Backend) {
  backend.answers("get", organization, ({ params }) => organizationOf(backend, params));
  backend.answers("put", organization, ({ params, body }) => {
    const { name: organizationName, ...others } = body;
    backend.me = {
      ...backend.me,
      memberships: backend.me.memberships.map((each) =>
        each.organizationId === params.organizationId
          ? { ...each, organizationName, ...others }
          : each,
      ),
    };
    return organizationOf(backend, params);
  });

  const apiKeys = `${organization}/api-keys`;
  backend.answers("get", apiKeys, () => ({ items: backend.apiKeys, nextCursor: null }));
  backend.answers("post", apiKeys, ({ body }) => {
    const made: ApiKeyResponse = anApiKey({ id: `key-${backend.apiKeys.length}`, ...body });
    backend.apiKeys = [made, ...backend.apiKeys];
    return { ...made, key: "inlet_key_secret" };
  });
  backend.answers("delete", `${apiKeys}/:id`, ({ params }) => {
    backend.apiKeys = backend.apiKeys.filter(({ id }) => id !== params.id);
    return undefined;
  });
}

function organizationOf(backend: Backend, params: Record<string, unknown>) {
  const membership = backend.me.memberships.find(
    (each) => each.organizationId === params.organizationId,
  );
  return membership === undefined
    ? problem(404, "not-found", "There is no such thing")
    : {
        id: membership.organizationId,
        name: membership.organizationName,
        slug: membership.organizationSlug,
        requiresSecondFactor: membership.requiresSecondFactor,
      };
}
