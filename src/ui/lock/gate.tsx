import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { usePart } from "../components/use-part";
import { followLock } from "../data/kept";
import { useSource } from "../data/source";

const lockScreen = () => import("./lock-screen");
/** How often using a view puts the automatic locking off, at most. */
const TOUCH_MS = 20_000;

/** Shows a view only where the store has no lock, or it is open. `forgot`: what stands below the passphrase. */
export function Gate({ children, forgot }: { children: ReactNode; forgot?: ReactNode }): ReactNode {
  const source = useSource();
  const lock = useQuery({ queryKey: ["lock"], queryFn: () => source.lock() }).data;
  const LockScreen = usePart(lock === "locked", lockScreen);
  useEffect(() => {
    if (lock !== undefined) followLock(lock !== "none");
  }, [lock]);
  useEffect(() => {
    if (lock !== "open") return;
    let last = 0;
    const touch = (): void => {
      if (Date.now() - last < TOUCH_MS) return;
      last = Date.now();
      void source.send("lock", { act: "touch" });
    };
    touch();
    const events = ["pointerdown", "keydown", "wheel"] as const;
    for (const event of events) addEventListener(event, touch, { passive: true });
    return () => {
      for (const event of events) removeEventListener(event, touch);
    };
  }, [lock, source]);
  if (lock !== "locked") return children;
  return LockScreen && <LockScreen forgot={forgot} />;
}
