import { Anchor } from "@mantine/core";
import type { Violation } from "../../api/schema";
import * as pageTexts from "../../texts/page-texts";
import { Section } from "../section";
import classes from "./delivery-detail.module.css";
import type { Mark } from "./marks";

interface ViolationsProps {
  violations: Violation[];
  /** Where in the body they are, those of which that is known. */
  marks?: readonly Mark[];
  onJump?: (mark: Mark) => void;
}

export function Violations({ violations, marks = [], onJump }: ViolationsProps) {
  return (
    <Section title={pageTexts.delivery.violations}>
      <p className={classes.note}>{pageTexts.delivery.violationsText}</p>
      <ViolationList violations={violations} marks={marks} onJump={onJump} />
    </Section>
  );
}

interface ViolationListProps {
  violations: readonly Violation[];
  marks?: readonly Mark[];
  onJump?: ((mark: Mark) => void) | undefined;
}

/** Violations by their place, each with its sentence. */
export function ViolationList({ violations, marks = [], onJump }: ViolationListProps) {
  return (
    <ul className={classes.violations}>
      {violations.map((violation) => {
        const { path, keyword, message } = violation;
        const mark = marks.find((each) => each.violation === violation);
        return (
          <li key={`${path} ${keyword} ${message}`}>
            <span className={classes.pointer}>{path || pageTexts.delivery.wholeBody}</span>
            <span>{message}</span>
            {mark !== undefined && (
              <Anchor
                component="button"
                type="button"
                className={classes.jump}
                aria-label={pageTexts.deliveryDetail.showLine(mark.line)}
                onClick={() => onJump?.(mark)}
              >
                {pageTexts.deliveryDetail.line(mark.line)}
              </Anchor>
            )}
          </li>
        );
      })}
    </ul>
  );
}
