import { useEffect, useRef } from "react";

/** How a tier stood when all of it was read: its height, px, in a window of that width, and its tiles in order. */
interface Shape {
  readonly width: number;
  readonly height: number;
  readonly tiles: readonly string[];
}

const nameOf = (house: string, tier: string): string => `dashboard-shape ${house} ${tier}`;

/** Null where it was never drawn, or in a window of another width. */
export function shapeOf(house: string, tier: string): Shape | null {
  const shape: Shape | null = JSON.parse(localStorage.getItem(nameOf(house, tier)) ?? "null");
  return shape?.width === window.innerWidth ? shape : null;
}

/** Keeps the shape of a tier that is `settled`, so that next time its room is there before its numbers are. */
export function useKeptShape(house: string, tier: string, tiles: readonly string[], settled: boolean) {
  const section = useRef<HTMLElement>(null);
  const names = tiles.join(" ");
  useEffect(() => {
    const height = section.current?.offsetHeight ?? 0;
    if (!settled || height === 0) return;
    const shape: Shape = { width: window.innerWidth, height, tiles: names === "" ? [] : names.split(" ") };
    localStorage.setItem(nameOf(house, tier), JSON.stringify(shape));
  }, [house, tier, names, settled]);
  return section;
}
