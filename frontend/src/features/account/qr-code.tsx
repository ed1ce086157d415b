import { encode } from "uqr";
import classes from "./account.module.css";

interface QrCodeProps {
  text: string;
  label: string;
}

/** Drawn here: what it says is a secret that no other server may be asked to draw. */
export function QrCode({ text, label }: QrCodeProps) {
  // Four modules of quiet around it, without which not every camera finds it.
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  return (
    <svg
      className={classes.qrCode}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path fill="#000" d={data.flatMap(runs).join("")} />
    </svg>
  );
}

function runs(row: boolean[], y: number): string[] {
  return row.flatMap((isDark, x) =>
    isDark && !row[x - 1] ? [`M${x} ${y}h${lengthFrom(row, x)}v1H${x}z`] : [],
  );
}

function lengthFrom(row: boolean[], x: number): number {
  const end = row.indexOf(false, x);
  return (end < 0 ? row.length : end) - x;
}
