import { Button } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { isRouteErrorResponse, useRouteError } from "react-router";
import { isMissingModule, reloadOnce } from "../api/missing-module";
import { ApiProblem } from "../api/problem";
import { EmptyState } from "../components/empty-state";
import { AlertIcon } from "../components/icons";
import { texts } from "../texts/texts";
import { NotFoundPage } from "./not-found-page";

interface ErrorPageProps {
  /** Whether a layout around it has the page's main landmark. */
  isInLayout?: boolean;
  /** What may have happened; unless the API said it. */
  text?: string;
  /** What else can be done about it. */
  children?: ReactNode;
}

export function ErrorPage({
  isInLayout = false,
  text = texts.errors.pageText,
  children,
}: ErrorPageProps) {
  const Root = isInLayout ? "div" : "main";
  const error = useRouteError();
  const isOutdated = isMissingModule(error);
  useEffect(() => {
    if (isOutdated) {
      void reloadOnce(() => location.reload());
    }
  }, [isOutdated]);
  if (isRouteErrorResponse(error) && error.status === 404) {
    return <NotFoundPage isInLayout={isInLayout} />;
  }
  return (
    <Root>
      <title>{texts.common.pageTitle(texts.errors.pageTitle)}</title>
      <EmptyState
        level={1}
        icon={<AlertIcon size={20} />}
        title={texts.errors.pageTitle}
        text={textOf(error, text)}
      >
        <Button variant="default" onClick={() => location.reload()}>
          {texts.common.reload}
        </Button>
        {children}
      </EmptyState>
    </Root>
  );
}

function textOf(error: unknown, text: string): string {
  if (isMissingModule(error)) {
    return texts.errors.outdatedText;
  }
  return error instanceof ApiProblem ? error.message : text;
}
