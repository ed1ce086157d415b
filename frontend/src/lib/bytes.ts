import { texts } from "../texts/texts";

const number = new Intl.NumberFormat(texts.locale, { maximumFractionDigits: 1 });

export function asBytes(bytes: number): string {
  if (bytes < 1024) {
    return `${number.format(bytes)} B`;
  }
  const kibibytes = bytes / 1024;
  return kibibytes < 1024
    ? `${number.format(kibibytes)} KiB`
    : `${number.format(kibibytes / 1024)} MiB`;
}
