import { Alert, Anchor } from "@mantine/core";
import type { ActionDescription } from "../../../api/schema";
import { AlertIcon } from "../../../components/icons";
import * as pageTexts from "../../../texts/page-texts";
import { atField, type Fault } from "./faults";
import classes from "./save-step.module.css";

interface FaultListProps {
  faults: Fault[];
  /** Undefined while it is not known; its fields are called by their labels. */
  action: ActionDescription | undefined;
  onGo: (fault: Fault) => void;
}

/** What keeps it from being saved, each leading to where it is mended. */
export function FaultList({ faults, action, onGo }: FaultListProps) {
  const labels = new Map(action?.fields.map(({ name, label }) => [atField(name), label]));
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
              {pageTexts.wizard.faultPlace(
                pageTexts.wizard.stepTitles[fault.step],
                labels.get(fault.at),
              )}
            </Anchor>{" "}
            {fault.message}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
