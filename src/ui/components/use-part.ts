import { type ComponentType, useEffect, useState } from "react";

/**
 * A component whose code comes when it is first shown; null until then. By hand and not by Suspense, which holds what it
 * reveals back for 300 ms.
 */
export function usePart<P>(
  wanted: boolean,
  load: () => Promise<{ default: ComponentType<P> }>,
): ComponentType<P> | null {
  const [part, setPart] = useState<{ readonly body: ComponentType<P> } | null>(null);
  useEffect(() => {
    if (!wanted || part) return;
    let live = true;
    const fail = (error: unknown): void =>
      // Thrown while drawing, so that it is seen as any other failure of the view.
      setPart(() => {
        throw error;
      });
    load().then((module) => live && setPart({ body: module.default }), fail);
    return () => {
      live = false;
    };
  }, [wanted, part, load]);
  return part?.body ?? null;
}
