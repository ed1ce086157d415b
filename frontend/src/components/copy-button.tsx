import { VisuallyHidden } from "@mantine/core";
import { useEffect, useState } from "react";
import { copyText } from "../lib/clipboard";
import { texts } from "../texts/texts";
import classes from "./copy-button.module.css";
import { AlertIcon, CheckIcon, CopyIcon } from "./icons";

interface CopyButtonProps {
  text: string;
  label: string;
  copiedLabel?: string;
}

type State = "idle" | "copied" | "failed";

const icons = { idle: CopyIcon, copied: CheckIcon, failed: AlertIcon };

export function CopyButton({ text, label, copiedLabel = texts.common.copied }: CopyButtonProps) {
  const [state, setState] = useState<State>("idle");
  const [copies, setCopies] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each further copy starts the time anew
  useEffect(() => {
    if (state === "idle") {
      return;
    }
    const timer = setTimeout(() => setState("idle"), state === "failed" ? 6000 : 2000);
    return () => clearTimeout(timer);
  }, [state, copies]);

  const copy = async () => {
    const isCopied = await copyText(text);
    setState(isCopied ? "copied" : "failed");
    setCopies((count) => count + 1);
  };

  const Icon = icons[state];
  const spoken = { idle: "", copied: copiedLabel, failed: texts.common.copyFailed }[state];
  const shown = { idle: "", copied: texts.common.copied, failed: texts.common.copyFailed }[state];
  return (
    <span className={classes.root}>
      <button
        type="button"
        className={classes.button}
        data-state={state}
        aria-label={label}
        title={label}
        onClick={copy}
      >
        <Icon />
      </button>
      {shown !== "" && (
        <span className={classes.bubble} data-state={state} aria-hidden="true">
          {shown}
        </span>
      )}
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
    </span>
  );
}
