const MEGABYTE = 1_048_576;

export const percent = (part: number): string => `${Math.floor(part * 100)}%`;

/** `0.3 MB`; what is smaller as KB. */
export const sizeText = (bytes: number): string =>
  bytes < MEGABYTE / 10 ? `${Math.ceil(bytes / 1_024)} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;
