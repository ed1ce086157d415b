import { MantineProvider } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect } from "react";
import type { createMemoryRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { session } from "../api/session";
import { removeDrafts } from "../features/webhooks/editor/kept-drafts";
import { paths } from "../lib/paths";
import { styleNonce } from "../lib/style-nonce";
import { theme } from "./theme";
import { userRoute } from "./use-me";

type Router = ReturnType<typeof createMemoryRouter>;

interface AppProps {
  router: Router;
  queryClient: QueryClient;
  /** `test` leaves out transitions. */
  env?: "default" | "test";
}

export function App({ router, queryClient, env = "default" }: AppProps) {
  useEffect(() => sendToSignInWhenSessionEnds(router), [router]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" env={env} getStyleNonce={styleNonce}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

function sendToSignInWhenSessionEnds(router: Router) {
  return session.onEnd((why) => {
    if (why === "signed-out") {
      removeDrafts();
    }
    const { location, matches } = router.state;
    // Whoever signs out on a page that is for everybody stays there.
    if (!matches.some(({ route }) => route.id === userRoute)) {
      return;
    }
    const { pathname, search } = location;
    void (why === "expired"
      ? router.navigate(paths.signIn(pathname + search), { replace: true, state: { ended: true } })
      : router.navigate(paths.signIn(), { replace: true }));
  });
}

// Mantine's modals lock scrolling with a library that looks for the nonce in this variable alone.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
