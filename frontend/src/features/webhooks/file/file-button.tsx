import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Membership } from "../../../api/schema";
import { DownloadIcon } from "../../../components/icons";
import { useOnDemand } from "../../../lib/use-on-demand";
import * as pageTexts from "../../../texts/page-texts";

interface FileButtonProps {
  membership: Membership;
  canMakeKeys: boolean;
}

/** The way to the webhooks as a file; few go it, so what is there is loaded for them alone. */
export function FileButton(props: FileButtonProps) {
  const [loaded, load] = useOnDemand(() => import("./file-dialog"));
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<DownloadIcon />} onClick={() => load(open)}>
        {pageTexts.webhookList.asFile}
      </Button>
      {loaded && <loaded.FileDialog {...props} isOpen={isOpen} onClose={close} />}
    </>
  );
}
