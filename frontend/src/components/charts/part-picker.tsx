import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import classes from "./chart.module.css";
import type { ChartPart } from "./tones";

interface PartPickerProps {
  label: string;
  hintId: string;
  parts: readonly ChartPart[];
  describe: (part: ChartPart) => string;
  pointedAt: number | undefined;
  onPoint: (index: number | undefined) => void;
  onChoose: (index: number) => void;
}

/** One button per part, all of them one stop of the Tab key: arrows go from part to part. */
export function PartPicker({
  label,
  hintId,
  parts,
  describe,
  pointedAt,
  onPoint,
  onChoose,
}: PartPickerProps) {
  const root = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState(parts.length - 1);
  const isRead = useRef(false);
  const touched = useRef<number>(undefined);
  const current = Math.min(reached, parts.length - 1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other parts took the place of these
  useEffect(() => {
    onPoint(undefined);
    if (isRead.current) {
      focusOn(root.current, current);
    }
  }, [parts[0]?.name, parts.length]);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOf(event.key, current, parts.length);
    if (target !== undefined) {
      event.preventDefault();
      focusOn(root.current, target);
    } else if (event.key === "Escape" && pointedAt !== undefined) {
      event.stopPropagation();
      onPoint(undefined);
    }
  };

  // A finger hides what it points at: the first touch shows the numbers, the second one chooses.
  const choose = (index: number) => {
    const isFirstTouch = touched.current === index && pointedAt !== index;
    touched.current = undefined;
    if (isFirstTouch) {
      onPoint(index);
    } else {
      onChoose(index);
    }
  };

  const onPointerDown = (event: PointerEvent, index: number) => {
    touched.current = event.pointerType === "touch" ? index : undefined;
    if (event.pointerType === "touch") {
      // Focus would point at it before the touch has become a click.
      event.preventDefault();
    }
  };

  return (
    <div
      ref={root}
      role="toolbar"
      aria-label={label}
      aria-describedby={hintId}
      className={classes.parts}
      onKeyDown={onKeyDown}
      onPointerLeave={(event) => event.pointerType !== "touch" && onPoint(undefined)}
      onFocus={() => {
        isRead.current = true;
      }}
      onBlur={(event) => {
        // A part that goes takes the focus with it, and no element gets it then.
        if (event.relatedTarget !== null && !root.current?.contains(event.relatedTarget)) {
          isRead.current = false;
        }
        onPoint(undefined);
      }}
    >
      {parts.map((part, index) => (
        <button
          // The place and not the time: the one that has the focus stays when others take its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          type="button"
          className={classes.part}
          tabIndex={index === current ? 0 : -1}
          aria-label={describe(part)}
          data-pointed={index === pointedAt || undefined}
          onPointerDown={(event) => onPointerDown(event, index)}
          onPointerEnter={(event) => event.pointerType !== "touch" && onPoint(index)}
          onFocus={() => {
            setReached(index);
            if (touched.current !== index) {
              onPoint(index);
            }
          }}
          onClick={() => choose(index)}
        />
      ))}
    </div>
  );
}

function focusOn(root: HTMLElement | null, index: number) {
  const part = root?.children[index];
  if (part instanceof HTMLElement) {
    part.focus();
  }
}

function targetOf(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case "ArrowRight":
      return Math.min(count - 1, current + 1);
    case "ArrowLeft":
      return Math.max(0, current - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
