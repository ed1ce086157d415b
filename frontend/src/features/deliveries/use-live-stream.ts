import { useEffect, useRef, useState } from "react";
import { client } from "../../api/client";
import { type DeliveryFilters, queryOf } from "./filters";

/** What arrives at once is asked for once. */
const pause = 1000;

/** How long to do without a stream that broke off or was refused. */
const patience = 30_000;

interface StreamOptions {
  organizationId: string;
  filters: DeliveryFilters;
  isLive: boolean;
  /** After something came or changed. */
  onNews: () => void;
}

/**
 * Listens to what becomes of the deliveries that the filters mean. False while there is no stream:
 * then whoever wants to know has to ask.
 */
export function useLiveStream({ organizationId, filters, isLive, onNews }: StreamOptions): boolean {
  const [isListening, setIsListening] = useState(false);
  const key = JSON.stringify(queryOf(filters));
  const news = useRef(onNews);
  useEffect(() => {
    news.current = onNews;
  });
  useEffect(() => {
    if (!isLive) {
      return;
    }
    const end = new AbortController();
    const query = JSON.parse(key) as ReturnType<typeof queryOf>;
    const listen = async () => {
      while (!end.signal.aborted) {
        const wasHeard = await hear({ organizationId, query, signal: end.signal }, () => {
          setIsListening(true);
          news.current();
        });
        setIsListening(false);
        await waitFor(wasHeard ? pause : patience, end.signal);
      }
    };
    listen();
    return () => {
      end.abort();
      setIsListening(false);
    };
  }, [organizationId, key, isLive]);
  return isListening;
}

interface Stream {
  organizationId: string;
  query: ReturnType<typeof queryOf>;
  signal: AbortSignal;
}

/** Listens until the stream ends. False if there was none. */
async function hear({ organizationId, query, signal }: Stream, onNews: () => void) {
  let wasHeard = false;
  try {
    const { data, response } = await client.GET(
      "/api/organizations/{organizationId}/deliveries/live",
      { params: { path: { organizationId }, query }, parseAs: "stream", signal },
    );
    if (!response.ok || data == null) {
      return false;
    }
    const text = data.pipeThrough(new TextDecoderStream());
    for await (const part of chunksOf(text.getReader())) {
      // The beginning counts as news: something may have come since the list was asked for.
      if (!wasHeard || part.includes("event:")) {
        wasHeard = true;
        onNews();
        await waitFor(pause, signal);
      }
    }
  } catch {
    // It broke off; whoever listened learns that it ended.
  }
  return wasHeard;
}

async function* chunksOf(reader: ReadableStreamDefaultReader<string>) {
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    yield read.value;
  }
}

function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
