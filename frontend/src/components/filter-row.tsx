import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { isFiltered } from "../lib/filters";
import { texts } from "../texts/texts";
import classes from "./filter-row.module.css";
import { CloseIcon } from "./icons";

interface FilterRowProps {
  label: string;
  filters: object;
  onClear: () => void;
  children: ReactNode;
}

/** The filters of a list, above it. */
export function FilterRow({ label, filters, onClear, children }: FilterRowProps) {
  return (
    <section className={classes.root} aria-label={label}>
      {children}
      {isFiltered(filters) && (
        <Button variant="subtle" color="gray" leftSection={<CloseIcon />} onClick={onClear}>
          {texts.filters.clear}
        </Button>
      )}
    </section>
  );
}
