import { NativeSelect, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { KeyPreset, KeySource } from "../../../api/schema";
import { asList } from "../../../lib/language";
import * as pageTexts from "../../../texts/page-texts";
import type { Repeats } from "./draft";
import { atKeyName } from "./faults";
import { keyPresetsQuery } from "./queries";

interface RepeatSettingsProps {
  organizationId: string;
  repeats: Repeats;
  /** What is wrong with the name. */
  fault: string | undefined;
  onChange: (repeats: Repeats) => void;
}

/** What people choose from; any other time that is set is offered, too. */
const windows = [3_600, 86_400, 3 * 86_400, 7 * 86_400, 30 * 86_400];

const sources: readonly KeySource[] = ["HEADER", "PROPERTY", "NONE"];

/** By what a webhook knows that a delivery is sent again. */
export function RepeatSettings({ organizationId, repeats, fault, onChange }: RepeatSettingsProps) {
  const { data, isPending } = useQuery(keyPresetsQuery(organizationId));
  const presets = byPlace(data?.items ?? []);
  // Whoever types a name goes on typing it, even where a sender's own begins the same.
  const [isTyping, setTyping] = useState(false);
  const known = presets.find((preset) => placeOf(preset) === placeOf(repeats));
  const isKnown = known !== undefined && !isTyping;
  if (isPending) {
    return null; // a sender's own header would look like one that somebody typed
  }
  const choose = (chosen: string) => {
    const preset = presets.find((each) => placeOf(each) === chosen);
    setTyping(preset === undefined);
    onChange({
      ...repeats,
      from: preset?.from ?? (chosen as KeySource),
      name: preset?.name ?? "",
    });
  };
  return (
    <Stack gap="lg">
      <NativeSelect
        label={pageTexts.wizard.repeats}
        description={pageTexts.wizard.repeatsHint}
        inputWrapperOrder={["label", "input", "description", "error"]}
        data={[
          ...presets.map((preset) => ({
            value: placeOf(preset),
            label: pageTexts.wizard.keyOf(asList(preset.senders), preset.from, preset.name),
          })),
          ...sources.map((from) => ({ value: from, label: pageTexts.wizard.keySources[from] })),
        ]}
        value={isKnown ? placeOf(known) : repeats.from}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {repeats.from !== "NONE" && (!isKnown || fault !== undefined) && (
        <TextInput
          wrapperProps={{ "data-at": atKeyName }}
          name={atKeyName}
          label={pageTexts.wizard.keyNames[repeats.from]}
          description={pageTexts.wizard.keyNameHints[repeats.from]}
          inputWrapperOrder={["label", "input", "description", "error"]}
          autoComplete="off"
          maxLength={repeats.from === "HEADER" ? 100 : 500}
          value={repeats.name}
          onChange={(event) => {
            setTyping(true);
            onChange({ ...repeats, name: event.currentTarget.value });
          }}
          error={fault}
        />
      )}
      {repeats.from !== "NONE" && (
        <NativeSelect
          label={pageTexts.wizard.keyWindow}
          description={pageTexts.wizard.keyWindowHint}
          inputWrapperOrder={["label", "input", "description", "error"]}
          data={[...new Set([...windows, repeats.windowSeconds])]
            .sort((a, b) => a - b)
            .map((seconds) => ({
              value: String(seconds),
              label: pageTexts.wizard.lasting(seconds),
            }))}
          value={String(repeats.windowSeconds)}
          onChange={(event) =>
            onChange({ ...repeats, windowSeconds: Number(event.currentTarget.value) })
          }
        />
      )}
    </Stack>
  );
}

interface Place {
  from: KeySource;
  name: string;
}

function placeOf({ from, name }: Place): string {
  return `${from}:${name}`;
}

/** Senders that use the same place are one choice. */
function byPlace(presets: readonly KeyPreset[]): (Place & { senders: string[] })[] {
  const places = new Map<string, Place & { senders: string[] }>();
  for (const { sender, from, name } of presets) {
    const place = places.get(placeOf({ from, name })) ?? { from, name, senders: [] };
    place.senders.push(sender);
    places.set(placeOf(place), place);
  }
  return [...places.values()];
}
