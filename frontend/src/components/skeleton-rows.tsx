import { Skeleton } from "@mantine/core";
import { texts } from "../texts/texts";

interface SkeletonRowsProps {
  columns: number;
  rows: number;
  rowClassName?: string | undefined;
}

/** As many empty rows, as high as full ones, so that nothing jumps when the rows come. */
export function SkeletonRows({ columns, rows, rowClassName }: SkeletonRowsProps) {
  return Array.from({ length: rows }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
    <tr key={row} className={rowClassName} data-skeleton>
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <td key={column}>
          <Skeleton height={12} width={`${55 + ((row * 3 + column * 5) % 4) * 10}%`} radius={4} />
          {row === 0 && column === 0 && <span hidden>{texts.common.loading}</span>}
        </td>
      ))}
    </tr>
  ));
}
