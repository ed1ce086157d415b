import { Alert, Anchor } from "@mantine/core";
import { AlertIcon } from "../../../components/icons";
import * as pageTexts from "../../../texts/page-texts";
import type { Fault } from "./faults";
import classes from "./save-step.module.css";

interface FaultListProps {
  faults: Fault[];
  onGo: (fault: Fault) => void;
}

/** What keeps it from being saved, each leading to where it is mended. */
export function FaultList({ faults, onGo }: FaultListProps) {
  return (
    <Alert
      role="alert"
      className={classes.faults}
      icon={<AlertIcon size={18} />}
      title={pageTexts.wizard.faultsTitle}
    >
      <ul className={classes.faultList}>
        {faults.map((fault) => (
          <li key={fault.at + fault.message}>
            <Anchor component="button" type="button" onClick={() => onGo(fault)}>
              {pageTexts.wizard.stepTitles[fault.step]}
            </Anchor>{" "}
            {fault.message}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
