import { BackLink } from "../../components/back-link";
import { Senders } from "../../features/webhooks/senders/senders";
import { paths } from "../../lib/paths";
import { useRouteParam } from "../../lib/use-route-param";
import * as pageTexts from "../../texts/page-texts";
import { Permitted } from "../permitted";
import type { Access } from "../use-me";

export function Component() {
  return <Permitted to="EDIT_WEBHOOKS">{(access) => <Page access={access} />}</Permitted>;
}

function Page({ access: { membership } }: { access: Access }) {
  const webhookId = useRouteParam("webhookId");
  const { organizationId } = membership;
  return (
    <>
      <BackLink to={paths.webhooks(organizationId)}>{pageTexts.senders.back}</BackLink>
      <Senders key={webhookId} organizationId={organizationId} webhookId={webhookId} />
    </>
  );
}
