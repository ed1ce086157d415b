import type { CallerAnswer as Answer } from "../../api/schema";
import * as pageTexts from "../../texts/page-texts";
import { CodeBlock } from "../code-block";
import { Section } from "../section";

/** What the sender was told, to the word: what a third party's support will quote. */
export function CallerAnswer({ answer }: { answer: Answer }) {
  return (
    <Section title={pageTexts.deliveryDetail.answer}>
      <CodeBlock
        text={JSON.stringify(answer, null, 2)}
        label={pageTexts.deliveryDetail.answer}
        copyLabel={pageTexts.deliveryDetail.copyAnswer}
      />
    </Section>
  );
}
