import { useEffect, useRef } from "react";
import { keepChoice, kept } from "../../src/ui/data/kept";

/** How a tier stood when all of it was read: its height, px, in a window of that width, and its tiles in order. */
interface Shape {
  readonly width: number;
  readonly height: number;
  readonly tiles: readonly string[];
}

/** All shapes lie under one name, since they name the houses. */
const KEPT = "dashboard-shape";
const shapes = (): Readonly<Record<string, Shape>> => JSON.parse(kept(KEPT) ?? "{}");
const nameOf = (house: string, tier: string): string => `${house} ${tier}`;

/** Null where it was never drawn, or in a window of another width. */
export function shapeOf(house: string, tier: string): Shape | null {
  const shape = shapes()[nameOf(house, tier)];
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
    keepChoice(KEPT, JSON.stringify({ ...shapes(), [nameOf(house, tier)]: shape }));
  }, [house, tier, names, settled]);
  return section;
}
