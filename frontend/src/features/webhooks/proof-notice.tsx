import { useQuery } from "@tanstack/react-query";
import * as pageTexts from "../../texts/page-texts";
import classes from "./how-to-call.module.css";
import { verificationQuery } from "./senders/queries";

interface ProofNoticeProps {
  organizationId: string;
  webhookId: string;
}

/** That what is demanded of senders is not in the examples: nobody can read the secret. */
export function ProofNotice({ organizationId, webhookId }: ProofNoticeProps) {
  const { data } = useQuery(verificationQuery(organizationId, webhookId));
  return data === undefined || data.scheme === "NONE" ? null : (
    <p className={classes.text}>
      <strong>{pageTexts.wizard.needsProof(pageTexts.senders.senders[data.scheme])}</strong>
    </p>
  );
}
