import { Button } from "@mantine/core";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { ConfirmDialog } from "../components/confirm-dialog";
import { draftKey } from "../features/webhooks/editor/kept-drafts";
import { isStoredAt, removeDraft } from "../features/webhooks/editor/stored-draft";
import * as pageTexts from "../texts/page-texts";
import { ErrorPage } from "./error-page";
import { useMe } from "./use-me";

/** Where the editor fails, its draft can be given up: else it would be restored to fail again. */
export function EditorErrorPage() {
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const { id: userId } = useMe();
  const { organizationId = "", webhookId } = useParams();
  const key = draftKey(userId, organizationId, webhookId);
  if (!isStoredAt(key)) {
    return <ErrorPage isInLayout />;
  }
  return (
    <ErrorPage isInLayout text={pageTexts.wizard.brokenText}>
      <Button variant="default" onClick={() => setAsking(true)}>
        {pageTexts.wizard.discardRestored}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={pageTexts.wizard.discardTitle}
        text={pageTexts.wizard.discardText}
        confirm={pageTexts.wizard.discardRestored}
        error={null}
        isPending={false}
        onConfirm={() => {
          removeDraft(key);
          // Wherever the editor is gone to, it is tried anew.
          navigate(".", { replace: true });
        }}
        onClose={() => setAsking(false)}
      />
    </ErrorPage>
  );
}
