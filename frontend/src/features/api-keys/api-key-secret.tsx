import { Button, Stack, Text } from "@mantine/core";
import type { ApiKeyResponse } from "../../api/schema";
import { CodeBlock } from "../../components/code-block";
import { CopyField } from "../../components/copy-field";
import { texts } from "../../texts/texts";
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
        {texts.apiKeys.createdText(apiKey.name)}
      </Text>
      <CopyField text={secret} label={texts.apiKeys.key} copyLabel={texts.apiKeys.copyKey} />
      <div>
        <p className={classes.label}>{texts.apiKeys.example}</p>
        <CodeBlock
          text={curl(`/api/organizations/${organizationId}/webhooks`, secret)}
          label={texts.apiKeys.example}
          copyLabel={texts.apiKeys.copyExample}
        />
      </div>
      <Button onClick={onStored} data-autofocus>
        {texts.apiKeys.stored}
      </Button>
    </Stack>
  );
}

function curl(path: string, secret: string): string {
  return `curl ${location.origin}${path} \\\n  -H 'Authorization: Bearer ${secret}'`;
}
