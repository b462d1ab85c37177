/** Hands a file to the browser's own download. */
export function saveFile(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has the blob by the next turn; the address itself would live as long as the page.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
