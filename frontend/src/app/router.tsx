import type { QueryClient } from "@tanstack/react-query";
import { type LoaderFunctionArgs, type RouteObject, redirect } from "react-router";
import { meQuery } from "../api/me";
import { session } from "../api/session";
import { permissionsQuery } from "../features/people/queries";
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
          lazy: () => import("./front-layout"),
          children: [
            {
              path: paths.signIn(),
              loader: leaveIfSignedIn,
              lazy: () => import("./routes/sign-in"),
            },
            {
              path: paths.signUp,
              loader: leaveIfSignedIn,
              lazy: () => import("./routes/sign-up"),
            },
            { path: paths.forgotPassword, lazy: () => import("./routes/forgot-password") },
            { path: paths.setPassword, lazy: () => import("./routes/set-password") },
            { path: paths.confirmEmail, lazy: () => import("./routes/confirm-email") },
            {
              path: paths.invitation,
              loader: () => userIfSignedIn(queryClient),
              lazy: () => import("./routes/invitation"),
            },
          ],
        },
        {
          id: userRoute,
          loader: (args) => requireUser(args, queryClient),
          children: [
            { index: true, path: "/", lazy: () => import("./routes/home") },
            {
              lazy: () => import("./plain-layout"),
              children: [
                { path: paths.account, lazy: () => import("./routes/account") },
                { path: paths.newOrganization, lazy: () => import("./routes/new-organization") },
              ],
            },
            {
              path: paths.support,
              lazy: () => import("./routes/support"),
              children: [
                { index: true, loader: () => redirect(paths.supportDeliveries()) },
                {
                  errorElement: <ErrorPage isInLayout />,
                  children: [
                    { path: "deliveries", lazy: () => import("./routes/support-deliveries") },
                    { path: "events", lazy: () => import("./routes/support-events") },
                    { path: "organizations", lazy: () => import("./routes/support-organizations") },
                    {
                      path: "organizations/:organizationId",
                      lazy: () => import("./routes/support-organization"),
                    },
                    {
                      path: "organizations/:organizationId/webhooks/:webhookId",
                      lazy: () => import("./routes/support-webhook"),
                    },
                    {
                      path: "deliveries/:organizationId/:deliveryId",
                      lazy: () => import("./routes/support-delivery"),
                    },
                    { path: "*", element: <NotFoundPage isInLayout /> },
                  ],
                },
              ],
            },
            {
              path: "/o/:organizationId",
              loader: () => loadPermissions(queryClient),
              lazy: () => import("./routes/organization"),
              children: [
                { index: true, loader: toWebhooks },
                {
                  errorElement: <ErrorPage isInLayout />,
                  children: [
                    { path: "webhooks", lazy: () => import("./routes/webhooks") },
                    {
                      path: "webhooks/:webhookId/versions",
                      lazy: () => import("./routes/webhook-versions"),
                    },
                    {
                      path: "webhooks/:webhookId/senders",
                      lazy: () => import("./routes/webhook-senders"),
                    },
                    { path: "webhooks/new", lazy: () => import("./routes/new-webhook") },
                    { path: "webhooks/:webhookId", lazy: () => import("./routes/webhook") },
                    { path: "deliveries", lazy: () => import("./routes/deliveries") },
                    { path: "deliveries/batches", lazy: () => import("./routes/batches") },
                    { path: "deliveries/batches/:batchId", lazy: () => import("./routes/batch") },
                    { path: "deliveries/:deliveryId", lazy: () => import("./routes/delivery") },
                    { path: "connection", lazy: () => import("./routes/connection") },
                    { path: "alerts", lazy: () => import("./routes/alerts") },
                    { path: "people", lazy: () => import("./routes/people") },
                    { path: "api-keys", lazy: () => import("./routes/api-keys") },
                    { path: "audit", lazy: () => import("./routes/audit") },
                    { path: "settings", lazy: () => import("./routes/settings") },
                    { path: "*", element: <NotFoundPage isInLayout /> },
                  ],
                },
              ],
            },
          ],
        },
        { path: paths.apiReference, lazy: () => import("./routes/api-reference") },
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

/** Nothing is sent before the session is taken up, and nothing without one. */
async function userIfSignedIn(queryClient: QueryClient) {
  return (await session.resume()) ? queryClient.ensureQueryData(meQuery) : null;
}

async function loadPermissions(queryClient: QueryClient) {
  return (await session.resume()) ? queryClient.ensureQueryData(permissionsQuery) : null;
}

function toWebhooks({ params }: LoaderFunctionArgs) {
  return redirect(paths.webhooks(params.organizationId ?? ""));
}
