import type { ReactNode } from "react";

/** Line icons on a 16 px grid, drawn for this product. */
const PATHS = {
  up: "M8 13V3M3.5 7.5 8 3l4.5 4.5",
  down: "M8 3v10M3.5 8.5 8 13l4.5-4.5",
  flat: "M3 6h10M3 10h10",
  unknown: "M2.5 9.5c1.8-4 3.7-4 5.5-1.5s3.7 2.5 5.5-1.5",
  first: "M8 2.5v11M2.5 8h11",
  gear: "M2.5 4.5h6M12 4.5h1.5M2.5 11.5h1.5M7.5 11.5h6M10.2 2.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4M5.8 9.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4",
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.5 10.5 14 14",
  star: "m8 2 1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5z",
  chevron: "m4.5 6 3.5 4 3.5-4",
  external: "M9.5 2.5h4v4M13.5 2.5 7.5 8.5M6.5 3.5h-4v10h10v-4",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
  check: "m3 8.5 3.5 3.5L13 4.5",
  close: "m3.5 3.5 9 9M12.5 3.5l-9 9",
  block: "M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM5.5 5.5l5 5M10.5 5.5l-5 5",
  evidence: "M4 2h5.5L12.5 5v9h-8.5zM6.5 8h3.5M6.5 11h3.5",
  warn: "M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.8v.2",
  info: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2M8 7.5v3.5M8 5v.2",
  clock: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2M8 5v3.3l2 1.5",
  lock: "M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
  off: "M8 2v6M4.7 4.2a5 5 0 1 0 6.6 0",
  pin: "M5.5 2.5h5l-.7 4 2.2 2.5h-8l2.2-2.5zM8 9v4.5",
} as const;
export type IconName = keyof typeof PATHS;

/** Decoration only: what it says always stands beside it in words or in a label. */
export function Icon({ name, filled = false }: { name: IconName; filled?: boolean }): ReactNode {
  return (
    <svg className={filled ? "icon icon-filled" : "icon"} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
