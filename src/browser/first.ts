/**
 * True for the first that asks in this world of this document. A script may be put into a page twice: when the worker
 * was stopped before it could answer that it had done so, or when the extension is installed while the page is open.
 */
export function isFirstOf(script: string): boolean {
  const world = globalThis as { companionScripts?: Set<string> };
  world.companionScripts ??= new Set();
  const { size } = world.companionScripts;
  return world.companionScripts.add(script).size > size;
}
