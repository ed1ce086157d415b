import { Button, Group, Stack } from "@mantine/core";
import { useEffect, useRef } from "react";
import { CopyButton } from "../../components/copy-button";
import { DownloadIcon } from "../../components/icons";
import { downloadText } from "../../lib/download";
import * as pageTexts from "../../texts/page-texts";
import classes from "./account.module.css";

interface RecoveryCodesProps {
  codes: string[];
  email: string;
  onStored: () => void;
}

/** Shown this once. */
export function RecoveryCodes({ codes, email, onStored }: RecoveryCodesProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const text = codes.join("\n");
  const download = () =>
    downloadText(
      pageTexts.secondFactor.fileName,
      `${pageTexts.secondFactor.file(email)}\n${text}\n`,
    );
  return (
    <Stack gap="md">
      <div>
        <h3 ref={heading} tabIndex={-1} className={classes.step}>
          {pageTexts.secondFactor.codesTitle}
        </h3>
        <p className={classes.text}>{pageTexts.secondFactor.codesText}</p>
      </div>
      <ul className={classes.codes} aria-label={pageTexts.secondFactor.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Button variant="default" leftSection={<DownloadIcon />} onClick={download}>
            {pageTexts.secondFactor.download}
          </Button>
          <CopyButton text={text} label={pageTexts.secondFactor.copyCodes} />
        </Group>
        <Button onClick={onStored}>{pageTexts.secondFactor.stored}</Button>
      </Group>
    </Stack>
  );
}
