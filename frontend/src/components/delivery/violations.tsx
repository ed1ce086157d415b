import { Anchor } from "@mantine/core";
import type { Violation } from "../../api/schema";
import * as pageTexts from "../../texts/page-texts";
import { Section } from "../section";
import classes from "./delivery-detail.module.css";
import type { Mark } from "./marks";

interface ViolationsProps {
  violations: Violation[];
  /** Where in the body they are, those of which that is known. */
  marks: readonly Mark[];
  /** The id of the jump to a mark. */
  idOf: (mark: Mark) => string;
  onJump: (mark: Mark) => void;
}

export function Violations({ violations, ...marking }: ViolationsProps) {
  return (
    <Section title={pageTexts.delivery.violations}>
      <p className={classes.note}>{pageTexts.delivery.violationsText}</p>
      <ViolationList violations={violations} {...marking} />
    </Section>
  );
}

interface ViolationListProps {
  violations: readonly Violation[];
  marks?: readonly Mark[];
  idOf?: (mark: Mark) => string;
  onJump?: (mark: Mark) => void;
}

/** Violations by their place, each with its sentence. */
export function ViolationList({ violations, marks = [], idOf, onJump }: ViolationListProps) {
  return (
    <ul className={classes.violations}>
      {violations.map((violation) => {
        const { path, keyword, message } = violation;
        const mark = marks.find((each) => each.violation === violation);
        return (
          <li key={`${path} ${keyword} ${message}`}>
            <span className={classes.pointer}>
              {mark !== undefined && <span className={classes.number}>{mark.number}</span>}
              {path || pageTexts.delivery.wholeBody}
            </span>
            <span>{message}</span>
            {mark !== undefined && (
              <Anchor
                component="button"
                type="button"
                id={idOf?.(mark)}
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
