import { useEffect, useRef } from "react";

/** Takes the keyboard and the screen reader to a page that has just replaced another. */
export function useFocusOnNewPage(pathname: string, onNewPage?: () => void) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current !== pathname) {
      shown.current = pathname;
      onNewPage?.();
      main.current?.focus({ preventScroll: true });
    }
  }, [pathname, onNewPage]);
  return main;
}
