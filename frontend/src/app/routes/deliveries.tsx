import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import type { WebhookResponse } from "../../api/schema";
import { ExportMenu } from "../../components/export-menu";
import { PageHeader } from "../../components/page-header";
import { ReplaysMenu } from "../../features/deliveries/batches/replays-menu";
import { DeliveryList } from "../../features/deliveries/delivery-list";
import { FilterBar, type WebhookOption } from "../../features/deliveries/filter-bar";
import { type DeliveryFilters, readFilters } from "../../features/deliveries/filters";
import { LiveSwitch } from "../../features/deliveries/live-switch";
import { exportDeliveries } from "../../features/deliveries/queries";
import { RefreshButton } from "../../features/deliveries/refresh-button";
import { Statistics } from "../../features/deliveries/statistics";
import { webhooksQuery } from "../../features/webhooks/queries";
import { exportName } from "../../lib/export-name";
import { writeFilters } from "../../lib/filters";
import { useRemembered } from "../../lib/use-remembered";
import { useRouteParam } from "../../lib/use-route-param";
import * as pageTexts from "../../texts/page-texts";
import { useAccess } from "../use-me";
import classes from "./deliveries.module.css";

export function Component() {
  const organizationId = useRouteParam("organizationId");
  const [search, setSearch] = useSearchParams();
  const access = useAccess(organizationId);
  const canReplay = access?.can("REPLAY_DELIVERIES") ?? false;
  const webhooks = useQuery(webhooksQuery(organizationId));
  const filters = readFilters(search);
  const options = (webhooks.data ?? []).map(optionOf);
  const [wantsLive, setWantsLive] = useRemembered("deliveries.live", false);
  // An older page has no newer deliveries.
  const isLive = wantsLive && filters.cursor === undefined;

  const show = (changed: DeliveryFilters) => setSearch(writeFilters(changed));
  const toggleLive = (wanted: boolean) => {
    setWantsLive(wanted);
    if (wanted && filters.cursor !== undefined) {
      show({ ...filters, cursor: undefined });
    }
  };
  const webhook = options.find(({ id }) => id === filters.webhook);
  const exported = async (format: "CSV" | "NDJSON") => {
    const file = await exportDeliveries(organizationId, filters, format);
    const organization = access?.membership.organizationSlug;
    return {
      ...file,
      name: exportName(file.name, { ...filters, organization, webhook: webhook?.name }),
    };
  };
  return (
    <>
      <PageHeader title={pageTexts.deliveries.title} intro={pageTexts.deliveries.intro}>
        <div className={classes.actions}>
          <LiveSwitch isLive={isLive} onChange={toggleLive} />
          <ReplaysMenu organizationId={organizationId} filters={filters} canReplay={canReplay} />
          <ExportMenu load={exported} note={pageTexts.exporting.staysMasked} />
          <RefreshButton organizationId={organizationId} />
        </div>
      </PageHeader>
      <FilterBar filters={filters} webhooks={options} onChange={show} />
      <Statistics
        organizationId={organizationId}
        filters={filters}
        isLive={isLive}
        onNarrow={({ from, to }) => show({ ...filters, from, to, cursor: undefined })}
      />
      <DeliveryList
        organizationId={organizationId}
        filters={filters}
        webhook={webhook}
        isLive={isLive}
        canReplay={canReplay}
      />
    </>
  );
}

function optionOf({ id, name, schema, privacy }: WebhookResponse): WebhookOption {
  const { properties } = schema as { properties?: object };
  const unsearched = [...privacy.masked, ...privacy.neverStored];
  const names = Object.keys(properties ?? {});
  return { id, name, unsearched, properties: names.filter((each) => !unsearched.includes(each)) };
}
