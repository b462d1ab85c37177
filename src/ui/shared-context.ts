import { type Context, createContext } from "react";

/**
 * A context that is one for the whole page. The bundler gives a chunk that is loaded later its own copy of the modules it
 * imports (React, as CommonJS, is shared; ours are not), and a copy's own context would have no provider.
 */
export function sharedContext<T>(name: string): Context<T | null> {
  const page = globalThis as unknown as Record<string, Context<T | null> | undefined>;
  const key = `context:${name}`;
  const context = page[key] ?? createContext<T | null>(null);
  page[key] = context;
  return context;
}
