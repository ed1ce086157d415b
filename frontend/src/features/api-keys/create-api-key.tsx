import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ApiKeyResponse, Membership } from "../../api/schema";
import { Dialog } from "../../components/dialog";
import { PlusIcon } from "../../components/icons";
import * as pageTexts from "../../texts/page-texts";
import { ApiKeyForm } from "./api-key-form";
import { ApiKeySecret } from "./api-key-secret";
import { apiKeysQuery } from "./queries";

export function CreateApiKey({ membership }: { membership: Membership }) {
  const { organizationId } = membership;
  const queryClient = useQueryClient();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [created, setCreated] = useState<ApiKeyResponse>();
  const begin = () => {
    setCreated(undefined);
    open();
  };
  const end = () => {
    setCreated(undefined);
    close();
  };
  const show = (apiKey: ApiKeyResponse) => {
    setCreated(apiKey);
    return queryClient.invalidateQueries(apiKeysQuery(organizationId));
  };
  return (
    <>
      <Button leftSection={<PlusIcon />} onClick={begin}>
        {pageTexts.apiKeys.create}
      </Button>
      <Dialog
        isOpen={isOpen}
        title={
          created === undefined ? pageTexts.apiKeys.createTitle : pageTexts.apiKeys.createdTitle
        }
        onClose={close}
        isSticky={created !== undefined}
        size={created === undefined ? "md" : "lg"}
      >
        {created === undefined ? (
          <ApiKeyForm membership={membership} onCreated={show} />
        ) : (
          <ApiKeySecret organizationId={organizationId} apiKey={created} onStored={end} />
        )}
      </Dialog>
    </>
  );
}
