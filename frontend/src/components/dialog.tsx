import { lazy, Suspense, useState } from "react";
import type { DialogProps } from "./dialog-window";

const DialogWindow = lazy(async () => ({
  default: (await import("./dialog-window")).DialogWindow,
}));

/** A window over the page. Pages have more of them than are ever opened: it loads with the first. */
export function Dialog(props: DialogProps) {
  const [wasOpen, setWasOpen] = useState(props.isOpen);
  if (props.isOpen && !wasOpen) {
    setWasOpen(true);
  }
  return wasOpen ? (
    <Suspense fallback={null}>
      <DialogWindow {...props} />
    </Suspense>
  ) : null;
}
