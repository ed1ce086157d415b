import { Button, Stack, Text } from "@mantine/core";
import type { ApiKeyResponse } from "../../api/schema";
import { CodeBlock } from "../../components/code-block";
import { CopyField } from "../../components/copy-field";
import * as pageTexts from "../../texts/page-texts";
import classes from "./api-key-list.module.css";

interface ApiKeySecretProps {
  organizationId: string;
  apiKey: ApiKeyResponse;
  onStored: () => void;
}

/** Shown this once. */
export function ApiKeySecret({ organizationId, apiKey, onStored }: ApiKeySecretProps) {
  const secret = apiKey.key ?? "";
  return (
    <Stack gap="md">
      <Text size="sm" role="status">
        {pageTexts.apiKeys.createdText(apiKey.name)}
      </Text>
      <CopyField
        text={secret}
        label={pageTexts.apiKeys.key}
        copyLabel={pageTexts.apiKeys.copyKey}
      />
      <div>
        <p className={classes.label}>{pageTexts.apiKeys.example}</p>
        <CodeBlock
          text={curl(`/api/organizations/${organizationId}/webhooks`, secret)}
          label={pageTexts.apiKeys.example}
          copyLabel={pageTexts.apiKeys.copyExample}
        />
      </div>
      <Button onClick={onStored} data-autofocus>
        {pageTexts.apiKeys.stored}
      </Button>
    </Stack>
  );
}

function curl(path: string, secret: string): string {
  return `curl ${location.origin}${path} \\\n  -H 'Authorization: Bearer ${secret}'`;
}
