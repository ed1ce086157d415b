import { BackLink } from "../../components/back-link";
import { Reference } from "../../features/reference/reference";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import classes from "../plain-layout.module.css";

/** For anybody: the contract tells of no organization. */
export function Component() {
  return (
    <div className={classes.root}>
      <nav className={classes.head}>
        <BackLink to={paths.home}>{pageTexts.reference.home}</BackLink>
      </nav>
      <main className={classes.main}>
        <Reference />
      </main>
    </div>
  );
}
