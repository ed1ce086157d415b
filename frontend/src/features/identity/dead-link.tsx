import { Button } from "@mantine/core";
import { Link } from "react-router";
import { AlertIcon } from "../../components/icons";
import { paths } from "../../lib/paths";
import * as pageTexts from "../../texts/page-texts";
import { FrontMessage } from "./front-message";

export function IncompleteLink() {
  return (
    <FrontMessage
      icon={<AlertIcon size={20} />}
      title={pageTexts.links.incompleteTitle}
      text={pageTexts.links.incompleteText}
    >
      <Button component={Link} to={paths.signIn()} variant="default" size="md" fullWidth>
        {pageTexts.links.toSignIn}
      </Button>
    </FrontMessage>
  );
}

interface ExpiredLinkProps {
  /** What may have become of it, and what to do. */
  text: string;
  action: string;
  to: string;
}

export function ExpiredLink({ text, action, to }: ExpiredLinkProps) {
  return (
    <FrontMessage icon={<AlertIcon size={20} />} title={pageTexts.links.expiredTitle} text={text}>
      <Button component={Link} to={to} size="md" fullWidth>
        {action}
      </Button>
    </FrontMessage>
  );
}
