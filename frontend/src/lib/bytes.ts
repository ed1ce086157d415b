import { texts } from "../texts/texts";

const number = new Intl.NumberFormat(texts.locale, { maximumFractionDigits: 1 });

export function asBytes(bytes: number): string {
  if (bytes < 1024) {
    return texts.units.bytes(number.format(bytes));
  }
  const kibibytes = bytes / 1024;
  return kibibytes < 1024
    ? texts.units.kibibytes(number.format(kibibytes))
    : texts.units.mebibytes(number.format(kibibytes / 1024));
}
