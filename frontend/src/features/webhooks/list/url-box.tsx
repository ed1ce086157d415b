import { CopyButton } from "../../../components/copy-button";
import { texts } from "../../../texts/texts";
import classes from "./url-box.module.css";

// URLs of one organization differ in their last characters only, so these are never cut off.
const tailLength = 8;

interface UrlBoxProps {
  url: string;
  webhookName: string;
}

export function UrlBox({ url, webhookName }: UrlBoxProps) {
  return (
    <div className={classes.root}>
      <span className={classes.text} title={url}>
        <span className={classes.head}>{url.slice(0, -tailLength)}</span>
        <span>{url.slice(-tailLength)}</span>
      </span>
      <CopyButton
        text={url}
        label={texts.webhooks.copyUrl(webhookName)}
        copiedLabel={texts.webhooks.urlCopied(webhookName)}
      />
    </div>
  );
}
