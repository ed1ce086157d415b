import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation, useSearchParams } from "react-router";
import { BackLink } from "../../components/back-link";
import { actionsByTypeQuery, fieldLabelsQuery } from "../../features/actions/queries";
import { editorIn } from "../../features/webhooks/editor-state";
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
  const { state } = useLocation();
  // Whichever versions are looked at meanwhile.
  const [editor] = useState(() => editorIn(state));
  const actions = useQuery(actionsByTypeQuery(organizationId));
  const fieldLabels = useQuery(fieldLabelsQuery(organizationId));
  return (
    <>
      <BackLink to={editor ?? paths.webhooks(organizationId)}>
        {editor === undefined ? pageTexts.versions.back : pageTexts.versions.backToEditor}
      </BackLink>
      <Versions
        key={webhookId}
        organizationId={organizationId}
        webhookId={webhookId}
        comparison={readComparison(search)}
        labels={{
          actions: actions.data ?? new Map(),
          fields: fieldLabels.data ?? new Map(),
        }}
        canEdit={can("EDIT_WEBHOOKS")}
      />
    </>
  );
}
