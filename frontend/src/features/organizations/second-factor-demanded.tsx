import { Button } from "@mantine/core";
import { Link, useLocation } from "react-router";
import { EmptyState } from "../../components/empty-state";
import { ShieldIcon } from "../../components/icons";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { texts } from "../../texts/texts";

/** In place of what takes a second factor, for whoever has none; the text says what that is. */
export function SecondFactorDemanded({ text }: { text: string }) {
  const { pathname, search } = useLocation();
  return (
    <>
      <title>{texts.common.pageTitle(pageTexts.demanded.title)}</title>
      <EmptyState
        level={1}
        icon={<ShieldIcon size={20} />}
        title={pageTexts.demanded.title}
        text={text}
      >
        <Button component={Link} to={paths.account} state={{ from: pathname + search }}>
          {pageTexts.demanded.setUp}
        </Button>
      </EmptyState>
    </>
  );
}
