import type { Contract } from "../../api/contract";
import { CodeBlock } from "../../components/code-block";
import { Section } from "../../components/section";
import * as pageTexts from "../../texts/page-texts";
import { errorsOf, exampleText } from "./operations";
import { Prose } from "./prose";
import classes from "./reference.module.css";
import { Unfolded } from "./unfolded";

/** The catalogue of what can go wrong. */
export function ErrorList({ contract }: { contract: Contract }) {
  return (
    <div id="errors" className={classes.anchor}>
      <Section title={pageTexts.reference.errors}>
        <p>{pageTexts.reference.errorsText}</p>
        {errorsOf(contract).map(([type, { summary, value }]) => (
          <Unfolded
            key={type}
            summary={
              <>
                <code className={classes.method}>{type}</code>
                <span className={classes.says}>
                  <Prose text={summary} />
                </span>
              </>
            }
          >
            <CodeBlock
              text={exampleText(value)}
              label={pageTexts.reference.errorExample(type)}
              copyLabel={pageTexts.reference.copyExample}
            />
          </Unfolded>
        ))}
      </Section>
    </div>
  );
}
