import type { Violation } from "../../api/schema";
import { texts } from "../../texts/texts";
import { Section } from "../section";
import classes from "./delivery-detail.module.css";

export function Violations({ violations }: { violations: Violation[] }) {
  return (
    <Section title={texts.delivery.violations}>
      <p className={classes.note}>{texts.delivery.violationsText}</p>
      <ul className={classes.violations}>
        {violations.map(({ path, keyword, message }) => (
          <li key={`${path} ${keyword} ${message}`}>
            <span className={classes.pointer}>{path || texts.delivery.wholeBody}</span>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
