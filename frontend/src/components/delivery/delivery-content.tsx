import type { DeliveryResponse } from "../../api/schema";
import { Attempts } from "./attempts";
import { HeaderTable } from "./header-table";
import { ReceivedBody } from "./received-body";
import { Violations } from "./violations";

/** What arrived, what was wrong with it, and what was done with it. */
export function DeliveryContent({ delivery }: { delivery: DeliveryResponse }) {
  return (
    <>
      {delivery.violations.length > 0 && <Violations violations={delivery.violations} />}
      <ReceivedBody body={delivery.body} />
      <Attempts attempts={delivery.attempts} />
      <HeaderTable headers={delivery.headers} />
    </>
  );
}
