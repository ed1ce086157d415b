import { Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { VerificationRequest, VerificationResponse } from "../../../api/schema";
import { FormFoot } from "../../../components/form-foot";
import { ProblemAlert } from "../../../components/problem-alert";
import { SettingsSection } from "../../../components/settings-section";
import { useApiForm } from "../../../components/use-api-form";
import * as pageTexts from "../../../texts/page-texts";
import { OldSecret } from "./old-secret";
import { choiceOf, choices, type Settings, settingsOf } from "./presets";
import { saveVerification, verificationQuery } from "./queries";
import { SecretField } from "./secret-field";
import classes from "./senders.module.css";
import { SignatureFields } from "./signature-fields";

interface VerificationFormProps {
  organizationId: string;
  webhookId: string;
  stored: VerificationResponse;
}

const OVERLAP_HOURS = 48;

/** What is demanded of whoever sends. */
export function VerificationForm({ organizationId, webhookId, stored }: VerificationFormProps) {
  const queryClient = useQueryClient();
  const [choice, setChoice] = useState(() => choiceOf(stored));
  const [settings, setSettings] = useState<Settings>(stored);
  const [user, setUser] = useState(stored.user ?? "");
  const [networks, setNetworks] = useState(() => stored.networks.join("\n"));
  const [isChanging, setChanging] = useState(false);
  const [overlapHours, setOverlapHours] = useState(OVERLAP_HOURS);
  const { scheme } = settings;
  const isSameKind = scheme === stored.scheme;
  const isKept = isSameKind && (scheme !== "BASIC" || user.trim() === stored.user);
  const setAt = isKept ? (stored.secretSetAt ?? undefined) : undefined;
  const isSecretAsked = scheme !== "NONE" && (setAt === undefined || isChanging);

  const keep = (saved: VerificationResponse) =>
    queryClient.setQueryData(verificationQuery(organizationId, webhookId).queryKey, saved);
  const form = useApiForm({
    fields: {
      header: needsHeader(scheme) ? pageTexts.senders.headerMissing : undefined,
      prefix: undefined,
      user: scheme === "BASIC" ? pageTexts.senders.userMissing : undefined,
      secret: isSecretAsked ? pageTexts.senders.secretMissing : undefined,
      networks: undefined,
    },
    send: (values) => saveVerification(organizationId, webhookId, request(values)),
    onDone: (saved) => {
      keep(saved);
      setSettings(saved);
      setChoice(choiceOf(saved));
      setNetworks(saved.networks.join("\n"));
      setChanging(false);
    },
  });

  const request = (values: Record<"secret" | "networks", string>): VerificationRequest => ({
    scheme,
    ...(needsHeader(scheme) && { header: settings.header }),
    ...(scheme === "HMAC" && {
      algorithm: settings.algorithm,
      encoding: settings.encoding,
      prefix: settings.prefix,
    }),
    ...(scheme === "BASIC" && { user }),
    ...(isSecretAsked && { secret: values.secret, overlapHours }),
    networks: values.networks.split(/[\s,]+/).filter((network) => network !== ""),
  });

  const choose = (value: string | null) => {
    const next = value ?? choice;
    setChoice(next);
    setSettings(settingsOf(next));
    setChanging(false);
    form.reset();
  };
  return (
    <form {...form.props} className={classes.form}>
      <SettingsSection
        title={pageTexts.senders.verification}
        text={pageTexts.senders.verificationText}
      >
        <Stack gap="md">
          <Select
            label={pageTexts.senders.sender}
            description={pageTexts.senders.senderHints[scheme]}
            inputWrapperOrder={["label", "input", "description", "error"]}
            data={choices}
            value={choice}
            onChange={choose}
            allowDeselect={false}
            checkIconPosition="right"
            maxDropdownHeight={320}
          />
          {needsHeader(scheme) && (
            <SignatureFields settings={settings} onChange={setSettings} errors={form.errors} />
          )}
          {scheme === "BASIC" && (
            <TextInput
              name="user"
              label={pageTexts.senders.user}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={200}
              value={user}
              onChange={(event) => setUser(event.currentTarget.value)}
              error={form.errors.user}
            />
          )}
          {scheme !== "NONE" && (
            <SecretField
              label={scheme === "BASIC" ? pageTexts.senders.password : pageTexts.senders.secret}
              setAt={setAt}
              isChanging={isChanging}
              onChanging={setChanging}
              canOverlap={isSameKind && stored.secretSetAt != null}
              overlapHours={overlapHours}
              onOverlap={setOverlapHours}
              error={form.errors.secret}
            />
          )}
          {stored.oldSecretUntil != null && (
            <OldSecret
              organizationId={organizationId}
              webhookId={webhookId}
              until={stored.oldSecretUntil}
              onEnded={keep}
            />
          )}
        </Stack>
      </SettingsSection>
      <SettingsSection title={pageTexts.senders.networks} text={pageTexts.senders.networksText}>
        <Textarea
          name="networks"
          label={pageTexts.senders.networksLabel}
          description={pageTexts.senders.networksHint}
          inputWrapperOrder={["label", "input", "description", "error"]}
          autoComplete="off"
          spellCheck={false}
          rows={4}
          value={networks}
          onChange={(event) => setNetworks(event.currentTarget.value)}
          error={form.errors.networks}
        />
      </SettingsSection>
      <Stack gap="md" className={classes.foot}>
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <FormFoot
          submit={pageTexts.senders.save}
          isSending={form.isSending}
          done={pageTexts.senders.saved}
          isDone={form.isDone && !isChanging}
        />
      </Stack>
    </form>
  );
}

function needsHeader(scheme: Settings["scheme"]): boolean {
  return scheme === "HMAC" || scheme === "HEADER";
}
