import { expect, it } from "vitest";
import { ownFile, readOwnFile } from "../../../../src/compliance/own/own-file";

const word = { word: "老茶头", category: "custom", severity: "warn", reason: "客户不让用", instead: "" } as const;
const phrase = { phrase: "第一步", reason: "步骤" };

it("goes to a file and comes back, both lists or one alone, the same ones as the same bytes", () => {
  const both = { words: [word], allowed: [phrase] };
  expect(readOwnFile(ownFile(both))).toEqual(both);
  const alone = { words: [], allowed: [{ phrase: "第二步", reason: "" }, phrase] };
  expect(ownFile(alone)).toBe(ownFile({ ...alone, allowed: [...alone.allowed].reverse() }));
  expect(readOwnFile(ownFile(alone))).toEqual({ words: [], allowed: [phrase, alone.allowed[0]] });
  expect(ownFile(alone)).not.toContain("words");
});

it("takes what an entry does not say for the mildest", () => {
  expect(readOwnFile('{"words":[{"word":" 老茶头 "}]}')).toEqual({ words: [{ ...word, reason: "" }], allowed: [] });
});

it("says of a file that is not all right each line that is wrong, and takes none of it", () => {
  const file = [
    '{ "words": [',
    '  { "word": "好" },',
    '  { "word": "，" },',
    '  { "word": "好" }],',
    '  "allowed": [',
    '  { "phrase": "第一步。第二步" },',
    `  { "phrase": "${"长".repeat(101)}" }`,
    "] }",
  ];
  expect(readOwnFile(file.join("\n"))).toMatchObject([
    { line: 3, kind: "empty" },
    { line: 4, kind: "twice", where: "好" },
    { line: 6, kind: "sentences" },
    { line: 7, kind: "long" },
  ]);
  expect(readOwnFile('{\n"words": [{ "word": "好", "severity": "worst" }]\n}')).toMatchObject([
    { line: 2, kind: "schema", where: "words.0.severity", what: "block | evidence | warn | info" },
  ]);
  expect(readOwnFile('{"allowed":[\n{ "phrase": 1 },\n{ "phrase": "好",\n"why": "" }]}')).toMatchObject([
    { line: 2, kind: "schema", where: "allowed.0.phrase", what: "string" },
    { line: 4, kind: "key", where: "allowed.1.why" },
  ]);
  expect(readOwnFile('{\n"words": [\n')).toMatchObject([{ line: 3, kind: "cut" }]);
  expect(readOwnFile('{\n"words": oops')).toMatchObject([{ line: 2, kind: "json" }]);
  expect(readOwnFile(" \n")).toMatchObject([{ kind: "nothing" }]);
  expect(readOwnFile("{}")).toMatchObject([{ line: 1, kind: "nothing" }]);
  expect(readOwnFile(`{"words":[]}${" ".repeat(1_000_001)}`)).toMatchObject([{ kind: "large" }]);
});
