import { Radio, Select, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { ConnectionResponse, Edition } from "../../api/schema";
import { FormFoot } from "../../components/form-foot";
import { MoreSettings } from "../../components/more-settings";
import { ProblemAlert } from "../../components/problem-alert";
import { SettingsSection } from "../../components/settings-section";
import { useApiForm } from "../../components/use-api-form";
import { withoutPage } from "../../lib/imis-address";
import { asTimeZone, ownTimeZone, timeZones } from "../../lib/time-zones";
import * as pageTexts from "../../texts/page-texts";
import classes from "./connection.module.css";
import { connectionQuery, updateConnection } from "./queries";
import { StoredPassword } from "./stored-password";

interface ConnectionFormProps {
  organizationId: string;
  /** What is saved; null if nothing is. */
  connection: ConnectionResponse | null;
  onChange: (isChanged: boolean) => void;
  onSaved: () => void;
}

// Not by the keys of the texts: a key that reads as a number comes first.
const editions: Edition[] = ["EMS", "2017"];

export function ConnectionForm({
  organizationId,
  connection,
  onChange,
  onSaved,
}: ConnectionFormProps) {
  const queryClient = useQueryClient();
  const [values, setValues] = useState(() => valuesOf(connection));
  const [isPasswordChanging, setPasswordChanging] = useState(false);
  const [isShortened, setShortened] = useState(false);
  const isElsewhere =
    values.baseUrl.trim() !== connection?.baseUrl || values.username !== connection?.username;
  const isPasswordAsked = connection === null || isPasswordChanging || isElsewhere;
  const isChanged = isPasswordChanging || isDifferent(values, valuesOf(connection));
  useEffect(() => onChange(isChanged), [isChanged, onChange]);

  const form = useApiForm({
    fields: {
      edition: pageTexts.connection.editionMissing,
      baseUrl: pageTexts.connection.baseUrlMissing,
      username: pageTexts.connection.usernameMissing,
      password: isPasswordAsked ? pageTexts.connection.passwordMissing : undefined,
      timeZone: pageTexts.connection.timeZoneMissing,
      concurrentCallsMax: undefined,
    },
    check: ({ concurrentCallsMax }) => checkCalls(concurrentCallsMax),
    send: ({ password, concurrentCallsMax, baseUrl, ...others }) =>
      updateConnection(organizationId, {
        ...others,
        baseUrl: withoutPage(baseUrl),
        ...(password !== "" && { password }),
        ...(concurrentCallsMax !== "" && { concurrentCallsMax: Number(concurrentCallsMax) }),
      }),
    onDone: (saved) => {
      queryClient.setQueryData(connectionQuery(organizationId).queryKey, saved);
      // Actions and panels are read from the iMIS that is connected.
      void queryClient.invalidateQueries({ queryKey: [organizationId, "actions"] });
      setValues(valuesOf(saved));
      setPasswordChanging(false);
      setShortened(false);
      onSaved();
    },
  });

  const set = (change: Partial<Values>) => setValues({ ...values, ...change });
  // Most copy it from the page that they see.
  const shorten = () => {
    const address = withoutPage(values.baseUrl);
    if (address !== values.baseUrl) {
      set({ baseUrl: address });
      setShortened(true);
    }
  };
  const zones = useMemo(
    () => timeZones(values.timeZone).map((name) => ({ value: name, label: asTimeZone(name) })),
    [values.timeZone],
  );
  return (
    <form {...form.props} className={classes.form}>
      <SettingsSection title={pageTexts.connection.address} text={pageTexts.connection.addressText}>
        <Stack gap="md">
          <Radio.Group
            name="edition"
            label={pageTexts.connection.edition}
            value={values.edition}
            onChange={(edition) => set({ edition: edition as Edition })}
            error={form.errors.edition}
          >
            <div className={classes.editions}>
              {editions.map((edition) => (
                <Radio
                  key={edition}
                  value={edition}
                  label={pageTexts.connection.editions[edition]}
                  description={pageTexts.connection.editionHints[edition]}
                />
              ))}
            </div>
          </Radio.Group>
          <TextInput
            name="baseUrl"
            type="url"
            label={pageTexts.connection.baseUrl}
            description={pageTexts.connection.baseUrlHints[values.edition]}
            placeholder={pageTexts.connection.baseUrlExamples[values.edition]}
            inputWrapperOrder={["label", "input", "description", "error"]}
            autoComplete="off"
            spellCheck={false}
            maxLength={500}
            value={values.baseUrl}
            onChange={(event) => {
              set({ baseUrl: event.currentTarget.value });
              setShortened(false);
            }}
            onBlur={shorten}
            error={form.errors.baseUrl}
          />
          <p role="status" className={classes.shortened}>
            {isShortened && pageTexts.connection.baseUrlShortened}
          </p>
          <Select
            name="timeZone"
            label={pageTexts.connection.timeZone}
            description={pageTexts.connection.timeZoneHint}
            inputWrapperOrder={["label", "input", "description", "error"]}
            data={zones}
            value={values.timeZone}
            onChange={(zone) => set({ timeZone: zone ?? values.timeZone })}
            nothingFoundMessage={pageTexts.connection.noTimeZone}
            searchable
            allowDeselect={false}
            checkIconPosition="right"
            maxDropdownHeight={260}
            error={form.errors.timeZone}
          />
          <MoreSettings isFaulty={form.errors.concurrentCallsMax !== undefined}>
            <TextInput
              name="concurrentCallsMax"
              label={pageTexts.connection.callsAtOnce}
              description={pageTexts.connection.callsAtOnceHint}
              inputWrapperOrder={["label", "input", "description", "error"]}
              inputMode="numeric"
              autoComplete="off"
              maxLength={2}
              classNames={{ input: classes.short }}
              value={values.concurrentCallsMax}
              onChange={(event) => set({ concurrentCallsMax: event.currentTarget.value })}
              error={form.errors.concurrentCallsMax}
            />
          </MoreSettings>
        </Stack>
      </SettingsSection>
      <SettingsSection
        title={pageTexts.connection.credentials}
        text={pageTexts.connection.credentialsText}
      >
        <Stack gap="md">
          <TextInput
            name="username"
            label={pageTexts.connection.username}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={200}
            value={values.username}
            onChange={(event) => set({ username: event.currentTarget.value })}
            error={form.errors.username}
          />
          <StoredPassword
            isSet={connection !== null}
            isAsked={isPasswordAsked}
            canKeep={isPasswordChanging && !isElsewhere}
            onChange={setPasswordChanging}
            error={form.errors.password}
          />
        </Stack>
      </SettingsSection>
      <Stack gap="md" className={classes.foot}>
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <FormFoot
          submit={pageTexts.connection.save}
          isSending={form.isSending}
          done={pageTexts.connection.savedTest}
          isDone={form.isDone && !isChanged}
        />
      </Stack>
    </form>
  );
}

interface Values {
  edition: Edition;
  baseUrl: string;
  username: string;
  timeZone: string;
  concurrentCallsMax: string;
}

function valuesOf(connection: ConnectionResponse | null): Values {
  return {
    edition: connection?.edition ?? "EMS",
    baseUrl: connection?.baseUrl ?? "",
    username: connection?.username ?? "",
    timeZone: connection?.timeZone ?? ownTimeZone(),
    concurrentCallsMax: String(connection?.concurrentCallsMax ?? 4),
  };
}

function isDifferent(values: Values, others: Values): boolean {
  return JSON.stringify(values) !== JSON.stringify(others);
}

function checkCalls(typed: string) {
  const calls = Number(typed);
  return Number.isInteger(calls) && calls >= 1 && calls <= 64
    ? {}
    : { concurrentCallsMax: pageTexts.connection.callsAtOnceWrong };
}
