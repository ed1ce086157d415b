import "@mantine/core/styles.css";
import "./app/global.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { App } from "./app/app";
import { createQueryClient } from "./app/query-client";
import { appRoutes } from "./app/router";
import { texts } from "./texts/texts";

const root = document.getElementById("root");
if (root === null) {
  throw new Error("index.html has no element with the id root");
}

// Screen readers speak the language of the page.
document.documentElement.lang = texts.locale;

const queryClient = createQueryClient();
const router = createBrowserRouter(appRoutes(queryClient));

createRoot(root).render(
  <StrictMode>
    <App router={router} queryClient={queryClient} />
  </StrictMode>,
);
