import type { QueryClient } from "@tanstack/react-query";
import { type LoaderFunctionArgs, type RouteObject, redirect } from "react-router";
import { session } from "../api/session";
import { meQuery } from "../features/identity/queries";
import { pathAfterSignIn, paths } from "../lib/paths";
import { ErrorPage } from "./error-page";
import { NotFoundPage } from "./not-found-page";
import { Splash } from "./splash";
import { userRoute } from "./use-me";

export function appRoutes(queryClient: QueryClient): RouteObject[] {
  return [
    {
      errorElement: <ErrorPage />,
      hydrateFallbackElement: <Splash />,
      children: [
        {
          path: "/sign-in",
          loader: leaveIfSignedIn,
          lazy: () => import("./routes/sign-in"),
        },
        {
          id: userRoute,
          loader: (args) => requireUser(args, queryClient),
          children: [
            { index: true, path: "/", lazy: () => import("./routes/home") },
            {
              path: "/o/:organizationId",
              lazy: () => import("./routes/organization"),
              children: [
                { index: true, loader: toWebhooks },
                {
                  errorElement: <ErrorPage />,
                  children: [
                    { path: "webhooks", lazy: () => import("./routes/webhooks") },
                    { path: "deliveries", lazy: () => import("./routes/deliveries") },
                    { path: "deliveries/:deliveryId", lazy: () => import("./routes/delivery") },
                    { path: "*", element: <NotFoundPage /> },
                  ],
                },
              ],
            },
          ],
        },
        { path: "*", element: <NotFoundPage /> },
      ],
    },
  ];
}

async function leaveIfSignedIn({ request }: LoaderFunctionArgs) {
  const isSignedIn = await session.resume();
  return isSignedIn
    ? redirect(pathAfterSignIn(new URL(request.url).searchParams.get("from")))
    : null;
}

async function requireUser({ request }: LoaderFunctionArgs, queryClient: QueryClient) {
  if (!(await session.resume())) {
    const { pathname, search } = new URL(request.url);
    return redirect(paths.signIn(pathname === paths.home ? undefined : pathname + search));
  }
  return queryClient.ensureQueryData(meQuery);
}

function toWebhooks({ params }: LoaderFunctionArgs) {
  return redirect(paths.webhooks(params.organizationId ?? ""));
}
