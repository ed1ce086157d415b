import { Anchor } from "@mantine/core";
import { Link } from "react-router";
import * as pageTexts from "../../texts/page-texts";

interface VersionLinkProps {
  version: number;
  /** Where versions are shown; undefined where they are not to be seen. */
  versionPath: ((version: number) => string) | undefined;
}

export function VersionLink({ version, versionPath }: VersionLinkProps) {
  if (versionPath === undefined) {
    return pageTexts.delivery.version(version);
  }
  return (
    <Anchor
      component={Link}
      fz="inherit"
      underline="always"
      to={versionPath(version)}
      aria-label={pageTexts.deliveryDetail.openVersion(version)}
    >
      {pageTexts.delivery.version(version)}
    </Anchor>
  );
}
