import { screen, waitFor } from "@testing-library/react";
import { HttpResponse } from "msw";
import { afterEach, beforeEach, expect, test } from "vitest";
import { paths } from "../../lib/paths";
import { Backend } from "../../testing/backend";
import { aDelivery, northwind } from "../../testing/fixtures";
import { renderApp } from "../../testing/render-app";

const address = paths.deliveries(northwind.organizationId);
const first = aDelivery({ id: "d1", recordId: "20481" });
const second = aDelivery({ id: "d2", recordId: "20482" });

beforeEach(() => localStorage.setItem("inlet.deliveries.live", "true"));
afterEach(() => localStorage.clear());

function streaming(backend: Backend) {
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  const asked: URLSearchParams[] = [];
  backend.answers("get", "/organizations/:organizationId/deliveries/live", ({ request }) => {
    asked.push(new URL(request.url).searchParams);
    const body = new ReadableStream<Uint8Array>({ start: (controller) => (stream = controller) });
    return new HttpResponse(body, { headers: { "Content-Type": "text/event-stream" } });
  });
  const send = (text: string) => stream?.enqueue(new TextEncoder().encode(text));
  return { asked, send };
}

function interval(app: ReturnType<typeof renderApp>) {
  const query = app.queryClient
    .getQueryCache()
    .find({ queryKey: [northwind.organizationId, "deliveries", "list"], exact: false });
  return query?.observers[0]?.options.refetchInterval;
}

test("what is streamed is shown, and nothing is asked for in turns meanwhile", async () => {
  const backend = new Backend().lists(first);
  const { asked, send } = streaming(backend);
  const app = renderApp(`${address}?outcome=SUCCEEDED&q=ada`);
  await screen.findByText("20481");
  await waitFor(() => expect(asked).toHaveLength(1));
  send(": from here on\n\n");
  await waitFor(() => expect(interval(app)).toBe(false));

  backend.lists(second, first);
  send("event: delivery\ndata: {}\n\n");

  expect(await screen.findByText("20482")).toBeVisible();
  expect(Object.fromEntries(asked[0] ?? [])).toEqual({ outcome: "SUCCEEDED", q: "ada" });
});

test("where no stream is to be had the list asks in turns", async () => {
  new Backend().lists(first);
  const app = renderApp(address);
  await screen.findByText("20481");

  expect(interval(app)).toEqual(expect.any(Function));
});
