import { Button } from "@mantine/core";
import { Link } from "react-router";
import { AlertIcon } from "../../components/icons";
import { texts } from "../../texts/texts";
import { FrontMessage } from "./front-message";

export function IncompleteLink() {
  return (
    <FrontMessage
      icon={<AlertIcon size={20} />}
      title={texts.links.incompleteTitle}
      text={texts.links.incompleteText}
    />
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
    <FrontMessage icon={<AlertIcon size={20} />} title={texts.links.expiredTitle} text={text}>
      <Button component={Link} to={to} size="md" fullWidth>
        {action}
      </Button>
    </FrontMessage>
  );
}
