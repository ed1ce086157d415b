import { useState } from "react";
import { Dialog } from "../../../components/dialog";
import type { DraftName } from "../../../lib/json-schema/drafts";
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
  return (
    <Dialog isOpen={isOpen} title={pageTexts.sampleDialog.title} onClose={onClose} size="xl">
      {found === undefined ? (
        <SamplePaste sample={sample} onChange={setSample} onFound={setFound} />
      ) : (
        <SampledProperties
          found={found}
          replaces={replaces}
          onBack={() => setFound(undefined)}
          onUse={(properties) => {
            setFound(undefined);
            onUse(schemaOf(properties, draft), firstPayloadOf(sample));
          }}
        />
      )}
    </Dialog>
  );
}
