import type { ConsoleHost, Settings } from "../src/ledger/model";
import type { Sender } from "../src/messaging/policy";

/** What a handler may take from a sender, which the browser and not the message names. */

export const hostOf = (sender: Sender): string => new URL(sender.url ?? "").host;

export const documentOf = (sender: Sender): string | null => sender.documentId ?? null;

export function tabOf(sender: Sender): number {
  if (sender.tab?.id === undefined) throw new Error("a message without a tab");
  return sender.tab.id;
}

export const mayRead = ({ reading }: Settings, sender: Sender): boolean =>
  reading.all && reading.hosts[hostOf(sender) as ConsoleHost] === true;
