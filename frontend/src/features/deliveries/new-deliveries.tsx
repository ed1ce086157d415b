import { Button, VisuallyHidden } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { ArrowUpIcon } from "../../components/icons";
import * as pageTexts from "../../texts/page-texts";
import classes from "./live.module.css";
import type { LivePage } from "./use-live-page";

interface NewDeliveriesProps {
  page: LivePage;
  /** Brings the top of the list into sight. */
  onShow: () => void;
}

/** Tells of deliveries that came: to the reader further down by a button, to who listens in words. */
export function NewDeliveries({ page, onShow }: NewDeliveriesProps) {
  const { waiting, isWaitingForMore, showWaiting, arrived } = page;
  return (
    <>
      <VisuallyHidden role="status">{useAnnounced(arrived)}</VisuallyHidden>
      {waiting > 0 && (
        <div className={classes.waiting}>
          <Button
            size="sm"
            radius="xl"
            leftSection={<ArrowUpIcon />}
            onClick={() => {
              showWaiting();
              onShow();
            }}
          >
            {isWaitingForMore
              ? pageTexts.deliveryLog.manyArrived(waiting)
              : pageTexts.deliveryLog.arrived(waiting)}
          </Button>
        </div>
      )}
    </>
  );
}

const pause = 10_000;

/** What is said of those that came: at once, then not more often than anybody can listen to. */
function useAnnounced(arrived: number): string {
  const [said, setSaid] = useState({ upTo: 0, count: 0 });
  const spokeAt = useRef(Number.NEGATIVE_INFINITY);
  const upTo = Math.min(said.upTo, arrived);
  useEffect(() => {
    if (arrived <= upTo) {
      return;
    }
    const wait = Math.max(0, spokeAt.current + pause - Date.now());
    const timer = setTimeout(() => {
      spokeAt.current = Date.now();
      setSaid({ upTo: arrived, count: arrived - upTo });
    }, wait);
    return () => clearTimeout(timer);
  }, [arrived, upTo]);
  return said.count > 0 && arrived > 0 ? pageTexts.deliveryLog.arrived(said.count) : "";
}
