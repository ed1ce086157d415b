import { asExact, asMoment } from "../lib/dates";

interface ExactTimeProps {
  instant: string;
  format?: (instant: string) => string;
}

export function ExactTime({ instant, format = asMoment }: ExactTimeProps) {
  return (
    <time dateTime={instant} title={asExact(instant)}>
      {format(instant)}
    </time>
  );
}
