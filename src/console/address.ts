/**
 * Calls back when the page moves to another address without loading anew (history.pushState and the like). The
 * navigation API tells every world of it, so nothing of the page is patched and nothing is polled.
 */
export function onAddressChange(callback: () => void, signal: AbortSignal): void {
  const { navigation } = globalThis as { readonly navigation?: EventTarget };
  navigation?.addEventListener("currententrychange", callback, { signal });
}
