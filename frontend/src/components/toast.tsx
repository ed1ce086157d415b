import { useCallback, useEffect, useState } from "react";
import { CheckIcon } from "./icons";
import classes from "./toast.module.css";

const shownForMs = 6000;

/** Says what was done, over the page and for a moment; nothing moves for it. */
export function useToast() {
  const [said, setSaid] = useState({ text: "", count: 0 });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the same said again is shown anew
  useEffect(() => {
    const timer = setTimeout(() => setSaid((last) => ({ ...last, text: "" })), shownForMs);
    return () => clearTimeout(timer);
  }, [said.count]);

  const say = useCallback(
    (text: string) => setSaid(({ count }) => ({ text, count: count + 1 })),
    [],
  );
  const toast = (
    <div role="status" className={classes.region}>
      {said.text !== "" && (
        <div key={said.count} className={classes.toast}>
          <CheckIcon />
          <span>{said.text}</span>
        </div>
      )}
    </div>
  );
  return { toast, say };
}
