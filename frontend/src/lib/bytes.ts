import { texts } from "../texts/texts";

const number = new Intl.NumberFormat(texts.locale, { maximumFractionDigits: 1 });

export function asBytes(bytes: number): string {
  if (bytes < 1024) {
    return texts.units.bytes(number.format(bytes));
  }
  const kibibytes = bytes / 1024;
  if (kibibytes < 1024) {
    return texts.units.kibibytes(number.format(kibibytes));
  }
  const mebibytes = kibibytes / 1024;
  return mebibytes < 1024
    ? texts.units.mebibytes(number.format(mebibytes))
    : texts.units.gibibytes(number.format(mebibytes / 1024));
}
