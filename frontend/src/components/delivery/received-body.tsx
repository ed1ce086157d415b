import type { DeliveryBody } from "../../api/schema";
import { asList } from "../../lib/language";
import * as pageTexts from "../../texts/page-texts";
import { CodeBlock } from "../code-block";
import { Section } from "../section";
import { ViewChoice } from "../view-choice";
import classes from "./delivery-detail.module.css";
import { MarkedLines } from "./marked-lines";
import type { Mark } from "./marks";

export type BodyView = "formatted" | "received";

const viewsOf = (isAsItCame: boolean): { value: BodyView; label: string }[] => [
  { value: "formatted", label: pageTexts.delivery.formatted },
  {
    value: "received",
    label: isAsItCame ? pageTexts.delivery.asReceived : pageTexts.delivery.asStored,
  },
];

interface ReceivedBodyProps {
  body: DeliveryBody;
  /** The properties that came and are never stored. */
  leftOut: string[];
  /** Whether nothing of it is stored, because it could not be searched for those. */
  isWithheld: boolean;
  /** The body with its lines broken; undefined if it is no JSON. */
  pretty: string | undefined;
  view: BodyView;
  onView: (view: BodyView) => void;
  /** Where what is shown is wrong. */
  marks: readonly Mark[];
  idOf: (mark: Mark) => string;
  onBack: (mark: Mark) => void;
}

/** Each line is an element of its own: more of them would make the page slow. */
const linesMax = 3000;

export function ReceivedBody({
  body,
  leftOut,
  isWithheld,
  pretty,
  view,
  onView,
  ...marking
}: ReceivedBodyProps) {
  const text = view === "formatted" ? (pretty ?? body.content) : body.content;
  const isText = body.encoding === "utf-8";
  const isNumbered = isText && text.split("\n", linesMax + 1).length <= linesMax;
  const labels = { label: pageTexts.delivery.body, copyLabel: pageTexts.delivery.copyBody };
  return (
    <Section
      title={pageTexts.delivery.body}
      actions={
        pretty !== undefined && (
          <ViewChoice
            label={pageTexts.delivery.bodyView}
            views={viewsOf(leftOut.length === 0)}
            value={view}
            onChange={onView}
          />
        )
      }
    >
      {body.isPartial && <p className={classes.note}>{pageTexts.delivery.partialBody}</p>}
      {!isText && <p className={classes.note}>{pageTexts.delivery.binaryBody}</p>}
      {leftOut.length > 0 && (
        <p className={classes.note}>{pageTexts.delivery.leftOut(asList(leftOut))}</p>
      )}
      {isWithheld && <p className={classes.note}>{pageTexts.delivery.withheldBody}</p>}
      {body.content === "" && !isWithheld && (
        <p className={classes.note}>{pageTexts.delivery.emptyBody}</p>
      )}
      {body.content !== "" && isNumbered && <MarkedLines text={text} {...marking} {...labels} />}
      {body.content !== "" && !isNumbered && <CodeBlock text={text} {...labels} />}
    </Section>
  );
}
