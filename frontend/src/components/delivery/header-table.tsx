import type { DeliveryResponse } from "../../api/schema";
import * as pageTexts from "../../texts/page-texts";
import { Section } from "../section";
import classes from "./delivery-detail.module.css";

export function HeaderTable({ headers }: Pick<DeliveryResponse, "headers">) {
  const entries = Object.entries(headers);
  return (
    <Section title={pageTexts.delivery.headers}>
      {entries.length === 0 ? (
        <p className={classes.note}>{pageTexts.delivery.noHeaders}</p>
      ) : (
        <dl className={classes.headers}>
          {entries.map(([name, values]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{values.join(", ")}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
