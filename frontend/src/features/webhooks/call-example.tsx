import { Tabs } from "@mantine/core";
import { CodeBlock } from "../../components/code-block";
import * as pageTexts from "../../texts/page-texts";
import classes from "./how-to-call.module.css";
import { snippetsFor } from "./snippets";

interface CallExampleProps {
  url: string;
  payload: string;
}

/** How to call a webhook, in the sender's language. */
export function CallExample({ url, payload }: CallExampleProps) {
  const snippets = snippetsFor(url, payload);
  return (
    <Tabs defaultValue={snippets[0]?.language ?? null} keepMounted={false}>
      <Tabs.List className={classes.tabs}>
        {snippets.map(({ language }) => (
          <Tabs.Tab key={language} value={language}>
            {language}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {snippets.map(({ language, code }) => (
        <Tabs.Panel key={language} value={language} pt="xs">
          <CodeBlock
            text={code}
            label={pageTexts.wizard.snippet(language)}
            copyLabel={pageTexts.wizard.copySnippet(language)}
          />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
