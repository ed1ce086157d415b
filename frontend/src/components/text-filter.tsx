import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { texts } from "../texts/texts";
import classes from "./filter-row.module.css";
import { SearchIcon } from "./icons";

interface TextFilterProps {
  /** What is searched. */
  hint: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

export function TextFilter({ hint, value = "", onChange }: TextFilterProps) {
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const send = useDebouncedCallback((text: string) => {
    sent.current = text.trim();
    onChange(sent.current || undefined);
  }, 350);

  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      send.cancel();
      setTyped(value);
    }
  }, [value, send]);

  return (
    <TextInput
      className={classes.text}
      type="search"
      aria-label={texts.filters.text}
      placeholder={hint}
      leftSection={<SearchIcon />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
    />
  );
}
