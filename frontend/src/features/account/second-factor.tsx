import { Button, Group, Stack } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refreshMe } from "../../api/me";
import type { MeResponse } from "../../api/schema";
import { Badge } from "../../components/badge";
import { SettingsSection } from "../../components/settings-section";
import { asList } from "../../lib/language";
import * as pageTexts from "../../texts/page-texts";
import classes from "./account.module.css";
import { sessionsQuery } from "./queries";
import { RecoveryCodes } from "./recovery-codes";
import { RenewCodesDialog } from "./renew-codes-dialog";
import { SecondFactorSetup } from "./second-factor-setup";
import { TurnOffDialog } from "./turn-off-dialog";

type Step = "rest" | "setup" | "renew" | "turn-off";

export function SecondFactor({ me }: { me: MeResponse }) {
  const queryClient = useQueryClient();
  const [step, setStep] = useState<Step>("rest");
  const [codes, setCodes] = useState<string[]>();
  const rest = () => setStep("rest");

  const changed = async () => {
    rest();
    await Promise.all([refreshMe(queryClient), queryClient.invalidateQueries(sessionsQuery)]);
  };
  const turnedOn = (recoveryCodes: string[]) => {
    setCodes(recoveryCodes);
    return changed();
  };
  const renewed = (recoveryCodes: string[]) => {
    setCodes(recoveryCodes);
    rest();
  };

  return (
    <SettingsSection
      title={pageTexts.secondFactor.title}
      text={pageTexts.secondFactor.text}
      badge={
        <Badge tone={me.hasSecondFactor ? "green" : "gray"}>
          {me.hasSecondFactor ? pageTexts.secondFactor.on : pageTexts.secondFactor.off}
        </Badge>
      }
    >
      {codes !== undefined ? (
        <RecoveryCodes codes={codes} email={me.email} onStored={() => setCodes(undefined)} />
      ) : step === "setup" ? (
        <SecondFactorSetup onTurnedOn={turnedOn} onCancel={rest} />
      ) : me.hasSecondFactor ? (
        <Stack gap="md">
          <p className={classes.text}>{pageTexts.secondFactor.isOn}</p>
          <Group gap="xs">
            <Button variant="default" onClick={() => setStep("renew")}>
              {pageTexts.secondFactor.renew}
            </Button>
            {/* Support staff cannot be without it. */}
            {!me.isSupport && (
              <Button variant="default" onClick={() => setStep("turn-off")}>
                {pageTexts.secondFactor.turnOff}
              </Button>
            )}
          </Group>
        </Stack>
      ) : (
        <div className={classes.between}>
          <WhatIsOff me={me} />
          <Button onClick={() => setStep("setup")}>{pageTexts.secondFactor.setUp}</Button>
        </div>
      )}
      <RenewCodesDialog isOpen={step === "renew"} onRenewed={renewed} onClose={rest} />
      <TurnOffDialog
        isOpen={step === "turn-off"}
        demanding={demanding(me)}
        onTurnedOff={changed}
        onClose={rest}
      />
    </SettingsSection>
  );
}

function WhatIsOff({ me }: { me: MeResponse }) {
  const names = demanding(me);
  return (
    <p className={classes.text}>
      {pageTexts.secondFactor.isOff}
      {me.isSupport && ` ${pageTexts.secondFactor.demandedBySupport}`}
      {names !== "" && ` ${pageTexts.secondFactor.demandedBy(names)}`}
    </p>
  );
}

/** The names of the organizations that cannot be worked in without a second factor. */
function demanding({ memberships }: MeResponse): string {
  return asList(
    memberships
      .filter(({ requiresSecondFactor }) => requiresSecondFactor)
      .map(({ organizationName }) => organizationName),
  );
}
