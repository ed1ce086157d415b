import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter } from "react-router";
import { App } from "../app/app";
import { createQueryClient } from "../app/query-client";
import { appRoutes } from "../app/router";

/** The whole app at an address, as if it had just been typed into the browser. */
export function renderApp(address: string) {
  const queryClient = createQueryClient();
  queryClient.setDefaultOptions({
    queries: { ...queryClient.getDefaultOptions().queries, retry: false },
  });
  const router = createMemoryRouter(appRoutes(queryClient), { initialEntries: [address] });
  const view = render(<App router={router} queryClient={queryClient} env="test" />);
  return {
    user: userEvent.setup(),
    queryClient,
    unmount: view.unmount,
    address: () => router.state.location.pathname + router.state.location.search,
    hash: () => router.state.location.hash,
  };
}
