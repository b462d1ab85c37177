/** A name cut to a width counted in Chinese characters; Latin ones are half as wide. */
export function short(name: string, most: number): string {
  const characters = [...name];
  let width = 0;
  const end = characters.findIndex((each) => {
    width += each.charCodeAt(0) < 0x2e80 ? 0.55 : 1;
    return width > most;
  });
  return end < 0
    ? name
    : `${characters
        .slice(0, Math.max(1, end - 1))
        .join("")
        .trimEnd()}…`;
}
