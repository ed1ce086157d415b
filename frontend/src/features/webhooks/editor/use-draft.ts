import { useCallback, useEffect, useRef, useState } from "react";
import { type Draft, differences } from "./draft";
import { readDraft, removeDraft, writeDraft } from "./stored-draft";

/** A draft that is kept in the browser until it is saved or discarded. */
export function useDraft(key: string, base: Draft) {
  const [edited, setEdited] = useState(() => readDraft(key));
  const [isRestored, setRestored] = useState(
    () => edited !== null && differences(edited, base).length > 0,
  );
  const [isUntouched, setUntouched] = useState(true);
  const [isElsewhere, setElsewhere] = useState(false);
  const isSaved = useRef(false);
  const draft = edited ?? base;
  const isDirty = edited !== null && differences(edited, base).length > 0;

  useEffect(() => {
    if (isSaved.current) {
      return;
    }
    if (edited !== null && isDirty) {
      writeDraft(key, edited);
    } else {
      removeDraft(key);
    }
  }, [key, edited, isDirty]);

  // The browser tells it to all pages but the one that wrote.
  useEffect(() => {
    const onStorage = (event: StorageEvent) => {
      if (event.key === key && event.newValue !== null) {
        setElsewhere(true);
      }
    };
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  }, [key]);

  // Somebody else saved it while nothing of it was changed here: theirs is what there is to work on.
  const [known, setKnown] = useState(base);
  if (known !== base) {
    setKnown(base);
    if (edited !== null && differences(edited, known).length === 0) {
      setEdited({ ...base, payloadText: edited.payloadText });
    }
  }

  const change = useCallback(
    (changes: Partial<Draft>) => {
      setEdited((known) => ({ ...(known ?? base), ...changes }));
      setUntouched(false);
    },
    [base],
  );

  const forget = () => {
    removeDraft(key);
    setEdited(null);
    setRestored(false);
  };

  return {
    draft,
    change,
    isDirty,
    /** Whether it is what an earlier page left behind. */
    isRestored: isRestored && isDirty,
    /** Whether nothing was changed on this page. */
    isUntouched,
    /** Whether another tab changes the same draft: what is kept is what was typed last. */
    isElsewhere,
    acceptElsewhere: () => setElsewhere(false),
    acceptRestored: () => setRestored(false),
    discard: forget,
    /** To be called once it is saved, before the page is left. */
    markSaved: () => {
      isSaved.current = true;
      removeDraft(key);
    },
    /** Whether leaving now would leave work behind. */
    isAtStake: () => isDirty && !isSaved.current,
  };
}
