import { Button, Menu, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { asProblem } from "../../api/problem";
import type { DeliveryResponse } from "../../api/schema";
import { CheckIcon, ChevronIcon, TerminalIcon } from "../../components/icons";
import { ReasonedButton } from "../../components/reasoned-button";
import { copyText } from "../../lib/clipboard";
import { asCurl } from "../../lib/curl";
import { asPowerShell } from "../../lib/power-shell";
import * as pageTexts from "../../texts/page-texts";
import { webhookQuery } from "./queries";

interface CopyCurlProps {
  organizationId: string;
  delivery: DeliveryResponse;
}

/** Copies a command that posts the same once more, as its sender did. */
export function CopyCurl({ organizationId, delivery }: CopyCurlProps) {
  const { data: webhook, error } = useQuery(webhookQuery(organizationId, delivery.webhookId));
  const [told, setTold] = useState("");
  const refusal = refusalOf(delivery, webhook, error);

  useEffect(() => {
    if (told !== "") {
      const timer = setTimeout(() => setTold(""), 2500);
      return () => clearTimeout(timer);
    }
  }, [told]);

  const copy = async (asCommand: typeof asCurl, copied: string) => {
    if (webhook !== undefined) {
      const isCopied = await copyText(
        asCommand({
          url: webhook.url,
          contentType: contentTypeOf(delivery.headers),
          body: bodyOf(delivery.body),
          isOfStranger: true,
        }),
      );
      setTold(isCopied ? copied : pageTexts.deliveryDetail.curlFailed);
    }
  };
  const copyCurl = () => copy(asCurl, pageTexts.deliveryDetail.curlCopied);
  const isCopied = told !== "" && told !== pageTexts.deliveryDetail.curlFailed;
  return (
    <>
      <Button.Group>
        <ReasonedButton
          refusal={refusal}
          leftSection={isCopied ? <CheckIcon /> : <TerminalIcon />}
          onClick={copyCurl}
        >
          {pageTexts.deliveryDetail.copyCurl}
        </ReasonedButton>
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <Button
              variant="default"
              px="xs"
              disabled={refusal !== undefined}
              aria-label={pageTexts.deliveryDetail.copyFor}
            >
              <ChevronIcon />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={copyCurl}>{pageTexts.deliveryDetail.copyForPosix}</Menu.Item>
            <Menu.Item
              onClick={() => copy(asPowerShell, pageTexts.deliveryDetail.powerShellCopied)}
            >
              {pageTexts.deliveryDetail.copyForPowerShell}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      <VisuallyHidden role="status">{told}</VisuallyHidden>
    </>
  );
}

function refusalOf(
  { body, leftOut, isBodyWithheld, masked }: DeliveryResponse,
  webhook: object | undefined,
  error: Error | null,
): string | undefined {
  if (leftOut.length > 0 || isBodyWithheld) {
    return pageTexts.deliveryDetail.curlNotAsItCame;
  }
  if (masked.length > 0) {
    return pageTexts.deliveryDetail.curlMasked;
  }
  if (body.isPartial) {
    return pageTexts.deliveryDetail.curlPartial;
  }
  if (webhook !== undefined) {
    return undefined;
  }
  if (error !== null) {
    return asProblem(error).status === 404
      ? pageTexts.deliveryDetail.curlGone
      : pageTexts.deliveryDetail.curlUnavailable;
  }
  return pageTexts.deliveryDetail.curlLoading;
}

/** What is no text is kept in Base64. */
function bodyOf({ encoding, content }: DeliveryResponse["body"]): string | Uint8Array {
  return encoding === "utf-8"
    ? content
    : Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}

function contentTypeOf(headers: DeliveryResponse["headers"]): string | undefined {
  const [, values] =
    Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type") ?? [];
  return values?.[0];
}
