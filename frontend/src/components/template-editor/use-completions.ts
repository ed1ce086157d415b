import { type KeyboardEvent, useId, useState } from "react";
import { type Completion, completionAt, matching } from "../../lib/template";

/**
 * The properties that fit what is being typed. They open by typing a `$`, never by moving the
 * cursor, and close when there is nothing to choose.
 */
export function useCompletions(
  text: string,
  names: readonly string[],
  onChoose: (completion: Completion, name: string) => void,
) {
  const id = useId();
  const [cursor, setCursor] = useState<number>();
  const [active, setActive] = useState<number>();
  const completion = cursor === undefined ? undefined : completionAt(text, cursor, names);
  const found = completion === undefined ? [] : matching(completion.query, names);
  const isOpen = found.length > 0;
  // A single $ may be money: Enter keeps its meaning until somebody reaches for the list.
  const chosen = active ?? (completion?.isSure ? 0 : undefined);

  const close = () => {
    setCursor(undefined);
    setActive(undefined);
  };

  const choose = (name: string) => {
    if (completion !== undefined) {
      close();
      onChoose(completion, name);
    }
  };

  const step = (by: number) => {
    const from = chosen ?? (by > 0 ? -1 : 0);
    setActive((from + by + found.length) % found.length);
  };

  const keys: Record<string, () => void> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Escape: close,
    ...(chosen !== undefined && { Enter: () => choose(found[chosen] ?? "") }),
  };

  const optionId = (index: number) => `${id}-${index}`;
  return {
    isOpen,
    found,
    chosen,
    listId: id,
    optionId,
    choose,
    close,
    /** Where in the text the list hangs. */
    at: isOpen ? completion?.from : undefined,
    /** To be called with each change of the text. */
    follow: ({ selectionStart }: HTMLTextAreaElement) => {
      setCursor(selectionStart);
      setActive(undefined);
    },
    /** To be called with each move of the cursor. */
    followCursor: ({ selectionStart, selectionEnd }: HTMLTextAreaElement) => {
      if (cursor !== undefined && (selectionStart !== cursor || selectionEnd !== cursor)) {
        close();
      }
    },
    inputProps: {
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-controls": isOpen ? id : undefined,
      "aria-activedescendant": isOpen && chosen !== undefined ? optionId(chosen) : undefined,
      onBlur: close,
      onKeyDown: (event: KeyboardEvent) => {
        const act = isOpen && !event.nativeEvent.isComposing ? keys[event.key] : undefined;
        if (act !== undefined) {
          event.preventDefault();
          event.stopPropagation();
          act();
        }
      },
    } as const,
  };
}
