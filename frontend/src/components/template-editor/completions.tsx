import { VisuallyHidden } from "@mantine/core";
import { useLayoutEffect, useRef } from "react";
import type { SchemaProperty } from "../../api/schema";
import * as pageTexts from "../../texts/page-texts";
import classes from "./template-editor.module.css";

interface CompletionsProps {
  isOpen: boolean;
  found: string[];
  chosen: number | undefined;
  listId: string;
  optionId: (index: number) => string;
  choose: (name: string) => void;
  at: number | undefined;
  properties: readonly SchemaProperty[];
}

export function Completions(props: CompletionsProps) {
  const { isOpen, found } = props;
  return (
    <>
      {isOpen && <CompletionList {...props} />}
      <VisuallyHidden role="status">
        {isOpen && pageTexts.template.matches(found.length)}
      </VisuallyHidden>
    </>
  );
}

function CompletionList({
  found,
  chosen,
  listId,
  optionId,
  choose,
  at,
  properties,
}: CompletionsProps) {
  const list = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it hangs elsewhere when its place in the text changes
  useLayoutEffect(() => hangBelowCursor(list.current), [at]);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  });

  return (
    <div
      ref={list}
      id={listId}
      role="listbox"
      aria-label={pageTexts.template.properties}
      className={classes.list}
    >
      {found.map((name, index) => (
        // The keyboard chooses in the text area, which keeps the focus.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          key={name}
          id={optionId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={classes.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(name)}
        >
          <span className={classes.optionName}>{name}</span>
          <span className={classes.optionType}>{typeOf(properties, name)}</span>
        </div>
      ))}
    </div>
  );
}

function typeOf(properties: readonly SchemaProperty[], name: string): string {
  const property = properties.find((each) => each.name === name);
  return property === undefined ? "" : pageTexts.schemaStep.typeOf(property.types, property.format);
}

function hangBelowCursor(list: HTMLElement | null) {
  const field = list?.parentElement;
  const cursor = field?.querySelector<HTMLElement>("[data-cursor]");
  if (list && field && cursor) {
    list.style.top = `${cursor.offsetTop + cursor.offsetHeight + 4}px`;
    list.style.left = `${Math.max(0, Math.min(cursor.offsetLeft, field.clientWidth - list.offsetWidth))}px`;
  }
}
