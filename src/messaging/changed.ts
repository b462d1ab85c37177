import { CHANGED_CHANNEL, type Changed } from "./protocol";

/** Worker → open extension pages: the store changed. A page that is not open misses nothing, it reads on opening. */
export function announce(changed: Changed): void {
  const channel = new BroadcastChannel(CHANGED_CHANNEL);
  channel.postMessage(changed);
  channel.close();
}

export function onChanged(callback: (changed: Changed) => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANGED_CHANNEL);
  channel.onmessage = ({ data }) => callback(data as Changed);
  signal.addEventListener("abort", () => channel.close());
}
