import { MantineProvider } from "@mantine/core";
import { render, screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import { server } from "../testing/server";
import { ErrorPage } from "./error-page";

afterEach(() => sessionStorage.clear());

function renderFailing(error: Error) {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const asked = vi.fn(() => new HttpResponse(null, { status: 503 }));
  server.use(http.get("/", asked));
  const router = createMemoryRouter([
    { path: "/", lazy: () => Promise.reject(error), errorElement: <ErrorPage /> },
  ]);
  render(
    <MantineProvider env="test">
      <RouterProvider router={router} />
    </MantineProvider>,
  );
  return asked;
}

test("a part of the app that is gone is looked for anew, and the page says what to do", async () => {
  const asked = renderFailing(
    new TypeError("Failed to fetch dynamically imported module: http://localhost/assets/a.js"),
  );

  expect(await screen.findByText(/Inlet may just have been updated/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Load the page again" })).toBeVisible();
  await waitFor(() => expect(asked).toHaveBeenCalledOnce());
});

test("any other failure stays on the screen", async () => {
  const asked = renderFailing(new Error("x is undefined"));

  expect(await screen.findByText(/^This page could not be shown/)).toBeVisible();
  expect(asked).not.toHaveBeenCalled();
});
