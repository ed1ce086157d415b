import { Button, Stack, Text } from "@mantine/core";
import type { AlertEndpointResponse } from "../../api/schema";
import { CopyField } from "../../components/copy-field";
import * as pageTexts from "../../texts/page-texts";
import { hostOf } from "./host-of";

interface EndpointSecretProps {
  endpoint: AlertEndpointResponse;
  isRenewed?: boolean;
  onStored: () => void;
}

/** Shown this once. */
export function EndpointSecret({ endpoint, isRenewed = false, onStored }: EndpointSecretProps) {
  return (
    <Stack gap="md">
      <Text size="sm" role="status">
        {pageTexts.alerts.secretText(hostOf(endpoint))} {isRenewed && pageTexts.alerts.renewedText}
      </Text>
      <CopyField
        text={endpoint.secret ?? ""}
        label={pageTexts.alerts.secret}
        copyLabel={pageTexts.alerts.copySecret}
      />
      <Button onClick={onStored} data-autofocus>
        {pageTexts.alerts.stored}
      </Button>
    </Stack>
  );
}
