import { VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { asProblem } from "../../api/problem";
import type { DeliveryResponse } from "../../api/schema";
import { CheckIcon, TerminalIcon } from "../../components/icons";
import { ReasonedButton } from "../../components/reasoned-button";
import { copyText } from "../../lib/clipboard";
import { asCurl, canBeTyped } from "../../lib/curl";
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

  useEffect(() => {
    if (told !== "") {
      const timer = setTimeout(() => setTold(""), 2500);
      return () => clearTimeout(timer);
    }
  }, [told]);

  const copy = async () => {
    if (webhook !== undefined) {
      const isCopied = await copyText(
        asCurl({
          url: webhook.url,
          contentType: contentTypeOf(delivery.headers),
          body: delivery.body.content,
        }),
      );
      setTold(isCopied ? pageTexts.deliveryDetail.curlCopied : pageTexts.deliveryDetail.curlFailed);
    }
  };
  return (
    <>
      <ReasonedButton
        refusal={refusalOf(delivery.body, webhook, error)}
        leftSection={
          told === pageTexts.deliveryDetail.curlCopied ? <CheckIcon /> : <TerminalIcon />
        }
        onClick={copy}
      >
        {pageTexts.deliveryDetail.copyCurl}
      </ReasonedButton>
      <VisuallyHidden role="status">{told}</VisuallyHidden>
    </>
  );
}

function refusalOf(
  body: DeliveryResponse["body"],
  webhook: object | undefined,
  error: Error | null,
): string | undefined {
  if (body.isPartial) {
    return pageTexts.deliveryDetail.curlPartial;
  }
  if (body.encoding !== "utf-8" || !canBeTyped(body.content)) {
    return pageTexts.deliveryDetail.curlBinary;
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

function contentTypeOf(headers: DeliveryResponse["headers"]): string | undefined {
  const [, values] =
    Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type") ?? [];
  return values?.[0];
}
