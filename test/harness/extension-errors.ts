import type { CDPSession, Protocol } from "puppeteer";

type RemoteObject = Protocol.Runtime.RemoteObject;

/**
 * Adds to `errors` what goes wrong in the extension's own code on this target: uncaught exceptions, and on its own
 * pages and worker also console errors and errors the browser logs (a blocked script, a file that does not load).
 * Returns what was sent, to be awaited once the target runs.
 */
export function watchErrors(
  session: CDPSession,
  target: Protocol.Target.TargetInfo,
  errors: string[],
): Promise<unknown>[] {
  const ownContexts = new Set<number>();
  const add = (where: string, text: string) => errors.push(`${where}: ${text}`);
  let address = target.url;

  session.on("Target.targetInfoChanged", ({ targetInfo }) => {
    if (targetInfo.targetId === target.targetId) address = targetInfo.url;
  });
  session.on("Runtime.executionContextCreated", ({ context }) => {
    if (isOwn(context.origin) || isOwn(context.name)) ownContexts.add(context.id);
    if (context.auxData?.isDefault) address = context.origin;
  });
  session.on("Runtime.exceptionThrown", ({ exceptionDetails: details }) => {
    const inOwnContext = details.executionContextId !== undefined && ownContexts.has(details.executionContextId);
    const frames = details.stackTrace?.callFrames ?? [];
    if (!inOwnContext && !isOwn(details.url) && !frames.some(({ url }) => isOwn(url))) return;
    add(place(details.url ?? frames[0]?.url ?? address), details.exception?.description ?? details.text);
  });
  session.on("Runtime.consoleAPICalled", ({ type, args, executionContextId, stackTrace }) => {
    if ((type !== "error" && type !== "assert") || !ownContexts.has(executionContextId)) return;
    add(place(stackTrace?.callFrames[0]?.url ?? address), args.map(show).join(" "));
  });
  session.on("Log.entryAdded", ({ entry }) => {
    if (entry.level === "error" && (isOwn(entry.url) || isOwn(address))) add(place(entry.url ?? address), entry.text);
  });
  return [session.send("Runtime.enable"), session.send("Log.enable")];
}

const isOwn = (url: string | undefined) => url?.startsWith("chrome-extension://") ?? false;
const place = (url: string) => url.replace(/^chrome-extension:\/\/[^/]*\//, "") || "extension";
const show = ({ value, description }: RemoteObject) => description ?? String(value);
