/**
 * The national encoding of Chinese text, which every browser decodes and none encodes: a Chinese character is two bytes
 * instead of three. The table is what the decoder itself says of every sequence of two bytes, and of four in the basic plane.
 */
export function encodeGb18030(text) {
  const bytes = [];
  for (const character of text) {
    const code = character.codePointAt(0);
    if (code < 0x80) bytes.push(code);
    else if (code > 0xffff) bytes.push(...four(code - 0x10000 + 189_000));
    else bytes.push(...(table().get(character) ?? fail(character)));
  }
  return Buffer.from(bytes);
}

const four = (place) => [
  0x81 + Math.floor(place / 12_600),
  0x30 + (Math.floor(place / 1260) % 10),
  0x81 + (Math.floor(place / 10) % 126),
  0x30 + (place % 10),
];

let made;

function table() {
  if (made) return made;
  const sequences = Array.from({ length: 39_420 }, (_, place) => four(place));
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) sequences.push([lead, trail]);
  const decoder = new TextDecoder("gb18030");
  // Shorter sequences come last and win.
  made = new Map(sequences.map((bytes) => [decoder.decode(Uint8Array.from(bytes)), bytes]));
  return made;
}

function fail(character) {
  throw new Error(`no GB 18030 for U+${character.codePointAt(0).toString(16)}`);
}
