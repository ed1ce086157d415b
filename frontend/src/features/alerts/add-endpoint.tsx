import { Button, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { AlertEndpointResponse } from "../../api/schema";
import { Dialog } from "../../components/dialog";
import { FormFoot } from "../../components/form-foot";
import { PlusIcon } from "../../components/icons";
import { ProblemAlert } from "../../components/problem-alert";
import { useApiForm } from "../../components/use-api-form";
import * as pageTexts from "../../texts/page-texts";
import { EndpointSecret } from "./endpoint-secret";
import { createEndpoint } from "./queries";

interface AddEndpointProps {
  organizationId: string;
  onAdded: () => unknown;
}

export function AddEndpoint({ organizationId, onAdded }: AddEndpointProps) {
  const [isOpen, setOpen] = useState(false);
  const [added, setAdded] = useState<AlertEndpointResponse>();
  const begin = () => {
    setAdded(undefined);
    setOpen(true);
  };
  const show = (endpoint: AlertEndpointResponse) => {
    setAdded(endpoint);
    return onAdded();
  };
  return (
    <>
      <Button variant="default" leftSection={<PlusIcon />} onClick={begin}>
        {pageTexts.alerts.addEndpoint}
      </Button>
      <Dialog
        isOpen={isOpen}
        title={
          added === undefined ? pageTexts.alerts.addEndpointTitle : pageTexts.alerts.secretTitle
        }
        onClose={() => setOpen(false)}
        isSticky={added !== undefined}
        size={added === undefined ? "md" : "lg"}
      >
        {added === undefined ? (
          <EndpointForm organizationId={organizationId} onAdded={show} />
        ) : (
          <EndpointSecret endpoint={added} onStored={() => setOpen(false)} />
        )}
      </Dialog>
    </>
  );
}

interface EndpointFormProps {
  organizationId: string;
  onAdded: (endpoint: AlertEndpointResponse) => unknown;
}

function EndpointForm({ organizationId, onAdded }: EndpointFormProps) {
  const form = useApiForm({
    fields: { url: pageTexts.alerts.urlMissing },
    send: ({ url }) => createEndpoint(organizationId, url),
    onDone: onAdded,
  });
  return (
    <form {...form.props}>
      <Stack gap="md">
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <TextInput
          name="url"
          type="url"
          label={pageTexts.alerts.url}
          description={pageTexts.alerts.urlHint}
          inputWrapperOrder={["label", "input", "description", "error"]}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          error={form.errors.url}
        />
        <FormFoot submit={pageTexts.alerts.addEndpoint} isSending={form.isSending} />
      </Stack>
    </form>
  );
}
