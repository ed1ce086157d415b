import { useEffect, useRef, useState } from "react";
import { Dialog } from "../../../components/dialog";
import type { DraftName } from "../../../lib/json-schema/drafts";
import { examplesOf } from "../../../lib/json-schema/examples";
import { firstPayloadOf } from "../../../lib/json-schema/first-payload";
import { type Sampled, schemaOf } from "../../../lib/json-schema/schema-from-sample";
import * as pageTexts from "../../../texts/page-texts";
import { SamplePaste } from "./sample-paste";
import { SampledProperties } from "./sampled-properties";

interface SampleDialogProps {
  isOpen: boolean;
  draft: DraftName;
  /** Whether there is a schema already, whose place the new one takes. */
  replaces: boolean;
  onClose: () => void;
  onUse: (schema: string, payload: string) => void;
}

export type Found = Exclude<Sampled, { refused: unknown }>;

/** From payloads to a schema: paste them, correct what was found in them, use it. */
export function SampleDialog({ isOpen, draft, replaces, onClose, onUse }: SampleDialogProps) {
  const [sample, setSample] = useState("");
  const [found, setFound] = useState<Found>();
  // It begins anew when it is opened again; until it has closed, nothing in it moves.
  const isUsed = useRef(false);
  useEffect(() => {
    if (isOpen && isUsed.current) {
      isUsed.current = false;
      setFound(undefined);
    }
  }, [isOpen]);
  return (
    <Dialog isOpen={isOpen} title={pageTexts.sampleDialog.title} onClose={onClose} size="xl">
      {found === undefined ? (
        <SamplePaste sample={sample} onChange={setSample} onFound={setFound} />
      ) : (
        <SampledProperties
          found={found}
          examples={examplesOf(sample)}
          replaces={replaces}
          onBack={() => setFound(undefined)}
          onUse={(properties) => {
            isUsed.current = true;
            onUse(schemaOf(properties, draft), firstPayloadOf(sample));
          }}
        />
      )}
    </Dialog>
  );
}
