import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { BackLink } from "../../components/back-link";
import { actionLabelsQuery, fieldLabelsQuery } from "../../features/actions/queries";
import { readComparison } from "../../features/webhooks/versions/comparison";
import { Versions } from "../../features/webhooks/versions/versions";
import { paths } from "../../lib/paths";
import { useRouteParam } from "../../lib/use-route-param";
import * as pageTexts from "../../texts/page-texts";
import { Permitted } from "../permitted";
import type { Access } from "../use-me";

export function Component() {
  return <Permitted to="VIEW_WEBHOOKS">{(access) => <Page access={access} />}</Permitted>;
}

function Page({ access: { membership, can } }: { access: Access }) {
  const { organizationId } = membership;
  const webhookId = useRouteParam("webhookId");
  const [search] = useSearchParams();
  const actionLabels = useQuery(actionLabelsQuery(organizationId));
  const fieldLabels = useQuery(fieldLabelsQuery(organizationId));
  return (
    <>
      <BackLink to={paths.webhooks(organizationId)}>{pageTexts.versions.back}</BackLink>
      <Versions
        key={webhookId}
        organizationId={organizationId}
        webhookId={webhookId}
        comparison={readComparison(search)}
        labels={{
          actions: actionLabels.data ?? new Map(),
          fields: fieldLabels.data ?? new Map(),
        }}
        canEdit={can("EDIT_WEBHOOKS")}
      />
    </>
  );
}
