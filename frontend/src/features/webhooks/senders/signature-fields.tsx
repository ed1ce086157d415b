import { Group, Select, TextInput } from "@mantine/core";
import type { Algorithm, Encoding } from "../../../api/schema";
import * as pageTexts from "../../../texts/page-texts";
import type { Settings } from "./presets";

interface SignatureFieldsProps {
  settings: Settings;
  onChange: (settings: Settings) => void;
  errors: { header?: string | undefined; prefix?: string | undefined };
}

const algorithms = optionsOf(pageTexts.senders.algorithms);
const encodings = optionsOf(pageTexts.senders.encodings);

/** Where a secret or a signature stands, and how it is made and written. */
export function SignatureFields({ settings, onChange, errors }: SignatureFieldsProps) {
  const set = (change: Partial<Settings>) => onChange({ ...settings, ...change });
  return (
    <>
      <TextInput
        name="header"
        label={pageTexts.senders.header}
        description={pageTexts.senders.headerHint}
        inputWrapperOrder={["label", "input", "description", "error"]}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={settings.header ?? ""}
        onChange={(event) => set({ header: event.currentTarget.value })}
        error={errors.header}
      />
      {settings.scheme === "HMAC" && (
        <>
          <Group grow align="start">
            <Select
              label={pageTexts.senders.algorithm}
              data={algorithms}
              value={settings.algorithm ?? null}
              onChange={(value) => set({ algorithm: value as Algorithm })}
              allowDeselect={false}
            />
            <Select
              label={pageTexts.senders.encoding}
              data={encodings}
              value={settings.encoding ?? null}
              onChange={(value) => set({ encoding: value as Encoding })}
              allowDeselect={false}
            />
          </Group>
          <TextInput
            name="prefix"
            label={pageTexts.senders.prefix}
            description={pageTexts.senders.prefixHint}
            inputWrapperOrder={["label", "input", "description", "error"]}
            autoComplete="off"
            spellCheck={false}
            maxLength={50}
            value={settings.prefix ?? ""}
            onChange={(event) => set({ prefix: event.currentTarget.value })}
            error={errors.prefix}
          />
        </>
      )}
    </>
  );
}

function optionsOf(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
