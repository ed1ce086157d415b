import { Button } from "@mantine/core";
import { Link } from "react-router";
import { EmptyState } from "../components/empty-state";
import { SearchIcon } from "../components/icons";
import { paths } from "../lib/paths";
import { texts } from "../texts/texts";

interface NotFoundPageProps {
  /** Whether a layout around it has the page's main landmark. */
  isInLayout?: boolean;
}

export function NotFoundPage({ isInLayout = false }: NotFoundPageProps) {
  const Root = isInLayout ? "div" : "main";
  return (
    <Root>
      <title>{texts.common.pageTitle(texts.errors.notFoundTitle)}</title>
      <EmptyState
        level={1}
        icon={<SearchIcon size={20} />}
        title={texts.errors.notFoundTitle}
        text={texts.errors.notFoundText}
      >
        <Button component={Link} to={paths.home} variant="default">
          {texts.errors.home}
        </Button>
      </EmptyState>
    </Root>
  );
}
