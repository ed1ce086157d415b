import { Outlet, useLocation } from "react-router";
import { useFocusOnNewPage } from "../lib/use-focus-on-new-page";
import { texts } from "../texts/texts";
import classes from "./front-layout.module.css";

/** The pages of whoever is not signed in yet. */
export function Component() {
  const main = useFocusOnNewPage(useLocation().pathname);
  return (
    <main ref={main} tabIndex={-1} className={classes.root}>
      <div className={classes.column}>
        <p className={classes.brand}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
          {texts.product}
        </p>
        <Outlet />
      </div>
    </main>
  );
}
