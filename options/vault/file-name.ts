const SHANGHAI = 8 * 3_600_000;

/** Of an archive made today, Shanghai's. */
export const fileName = (): string =>
  `channels-companion-${new Date(Date.now() + SHANGHAI).toISOString().slice(0, 10)}.ccarchive`;
