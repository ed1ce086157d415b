import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { PageHeader } from "../../components/page-header";
import { EventList } from "../../features/audit/event-list";
import { installationEventsQuery } from "../../features/audit/queries";
import { readText } from "../../lib/filters";
import * as pageTexts from "../../texts/page-texts";

export function Component() {
  const [search] = useSearchParams();
  const cursor = readText(search, "cursor");
  const events = useQuery(installationEventsQuery(cursor));
  return (
    <>
      <PageHeader title={pageTexts.support.eventsTitle} intro={pageTexts.support.eventsIntro} />
      <EventList query={events} filters={{ cursor }} />
    </>
  );
}
