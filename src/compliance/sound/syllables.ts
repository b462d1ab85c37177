import { COMMON, COMMON_IN_COPY } from "../text/common";

/**
 * Toneless pinyin of the 3,755 common characters at the price of a list of syllables: GB 2312 orders its first level by
 * sound, one reading each, so "a2" says that the first two are read a. ü is v.
 */
const RUNS = [
  "a2 ai13 an9 ang3 ao9 ba18 bai8 ban15 bang12 bao17 bei15 ben4 beng6 bi24 bian12 biao4 bie4 bin6 bing9 bo19 bu11",
  "ca1 cai11 can7 cang5 cao5 ce5 ceng2 cha11 chai3 chan10 chang13 chao9 che6 chen10 cheng15 chi16 chong5 chou12",
  "chu16 chuai1 chuan7 chuang6 chui5 chun7 chuo2 ci12 cong6 cou1 cu4 cuan3 cui8 cun3 cuo6 da6 dai12 dan15 dang5",
  "dao12 de3 deng7 di19 dian16 diao9 die7 ding9 diu1 dong10 dou8 du14 duan6 dui4 dun9 duo12 e13 en1 er8 fa8 fan17",
  "fang11 fei12 fen15 feng15 fo1 fou1 fu45 ga2 gai6 gan11 gang9 gao10 ge17 gei1 gen2 geng7 gong15 gou9 gu18 gua6",
  "guai3 guan11 guang3 gui16 gun3 guo6 ha1 hai7 han19 hang3 hao9 he18 hei2 hen4 heng5 hong9 hou7 hu18 hua9 huai5",
  "huan14 huang14 hui21 hun6 huo10 ji53 jia17 jian40 jiang13 jiao28 jie27 jin20 jing25 jiong2 jiu17 ju25 juan7",
  "jue10 jun11 ka4 kai5 kan6 kang7 kao4 ke15 ken4 keng2 kong4 kou4 ku7 kua5 kuai4 kuan2 kuang8 kui11 kun4 kuo4 la7",
  "lai3 lan15 lang7 lao9 le2 lei11 leng3 li34 lia1 lian14 liang11 liao13 lie5 lin12 ling14 liu11 long9 lou6 lu21",
  "lv13 luan6 lve2 lun7 luo12 ma9 mai6 man9 mang6 mao12 me1 mei16 men3 meng8 mi14 mian9 miao8 mie2 min6 ming6 miu1",
  "mo17 mou3 mu15 na7 nai5 nan3 nang1 nao5 ne1 nei2 nen1 neng1 ni11 nian7 niang2 niao2 nie7 nin1 ning6 niu4 nong4",
  "nu3 nv1 nuan1 nve2 nuo4 o1 ou7 pa6 pai6 pan8 pang5 pao7 pei9 pen2 peng14 pi17 pian4 piao4 pie2 pin5 ping9 po8",
  "pou1 pu15 qi36 qia3 qian22 qiang8 qiao15 qie5 qin11 qing13 qiong2 qiu8 qu13 quan11 que8 qun2 ran4 rang5 rao3 re2",
  "ren10 reng2 ri1 rong10 rou3 ru10 ruan2 rui3 run2 ruo2 sa3 sai4 san4 sang3 sao4 se3 sen1 seng1 sha9 shai2 shan16",
  "shang8 shao11 she12 shen16 sheng11 shi47 shou10 shu33 shua2 shuai4 shuan2 shuang3 shui4 shun4 shuo4 si16 song8",
  "sou4 su12 suan3 sui11 sun3 suo8 ta9 tai9 tan18 tang13 tao11 te1 teng4 ti15 tian8 tiao5 tie3 ting10 tong13 tou4",
  "tu11 tuan2 tui6 tun3 tuo11 wa7 wai2 wan17 wang10 wei33 wen10 weng3 wo9 wu29 xi35 xia13 xian26 xiang20 xiao18",
  "xie21 xin10 xing15 xiong7 xiu9 xu19 xuan10 xue6 xun14 ya16 yan33 yang17 yao15 ye15 yi53 yin16 ying18 yo1 yong15",
  "you20 yu45 yuan20 yue10 yun12 za3 zai7 zan4 zang3 zao14 ze4 zei1 zen1 zeng4 zha14 zhai6 zhan17 zhang15 zhao10",
  "zhe10 zhen16 zheng15 zhi43 zhong11 zhou14 zhu26 zhua2 zhuai1 zhuan6 zhuang7 zhui6 zhun2 zhuo11 zi15 zong7 zou4",
  "zu8 zuan2 zui4 zun2 zuo8",
].join(" ");

/** Second readings, and characters of the second level, that matter in selling copy. */
const MORE: Readonly<Record<string, string>> = {
  祛: "qu",
  痘: "dou",
  痊: "quan",
  瘀: "yu",
  痹: "bi",
  癫: "dian",
  痫: "xian",
  臻: "zhen",
  噱: "xue",
  蕞: "zui",
  嬴: "ying",
  佰: "bai",
  沏: "qi",
  靓: "liang",
  糍: "ci",
  帧: "zhen",
};

const [FIRST_HAN, LAST_HAN] = [0x4e00, 0x9fff];

/** Syllables by number; a character that the table does not have is read by number 0. */
const NAMES: (string | undefined)[] = [undefined];

/** By UTF-16 unit, the number of the syllable that it is read by. */
let table: Uint16Array | undefined;

function readings(): Uint16Array {
  const made = new Uint16Array(65536);
  const bytes: number[] = [];
  // Rows 16 to 55 of the code, 94 cells each; row 55 ends at cell 89.
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  const characters = new TextDecoder("gbk").decode(Uint8Array.from(bytes));
  let at = 0;
  const numbers = new Map<string, number>();
  for (const [, syllable = "", count] of RUNS.matchAll(/([a-z]+)(\d+)/g)) {
    const number = NAMES.push(syllable) - 1;
    numbers.set(syllable, number);
    for (let n = Number(count); n > 0; n--) made[characters.charCodeAt(at++)] = number;
  }
  for (const [character, syllable] of Object.entries(MORE)) made[character.charCodeAt(0)] = numbers.get(syllable) ?? 0;
  return made;
}

/** The number of the toneless syllable that a UTF-16 unit is read by, or 0 where the table has none. */
export function syllableNumber(unit: number): number {
  table ??= readings();
  return table[unit] ?? 0;
}

/** Every rare UTF-16 unit that has a syllable, with its number. */
export function eachRareHomophone(meet: (unit: number, syllable: number) => void): void {
  for (let unit = FIRST_HAN; unit <= LAST_HAN; unit++) {
    const syllable = syllableNumber(unit);
    if (syllable > 0 && isRare(unit)) meet(unit, syllable);
  }
}

/** Above all syllable numbers. */
export const SYLLABLE_LIMIT = 512;

const unitsOf = (characters: string): ReadonlySet<number> =>
  new Set(Array.from(characters, (character) => character.charCodeAt(0)));
const COMMONEST = unitsOf(COMMON);
const AT_HOME_IN_COPY = unitsOf(COMMON_IN_COPY);

/** Whether a UTF-16 unit is none of the commonest characters: as a homophone it seldom stands beside a term's other ones by chance. */
export const isOdd = (unit: number): boolean => !COMMONEST.has(unit);

/** Whether a UTF-16 unit is a Chinese character that is common neither in prose nor in copy. */
export const isRare = (unit: number): boolean =>
  unit >= FIRST_HAN && unit <= LAST_HAN && isOdd(unit) && !AT_HOME_IN_COPY.has(unit);

/** By UTF-16 unit: see soundKey. */
let keys: Uint16Array | undefined;

/** A number for the sound of a UTF-16 unit, from SYLLABLE_LIMIT on for the commonest characters; 0 where it has no syllable. */
export function soundKey(unit: number): number {
  keys ??= soundKeys();
  return keys[unit] ?? 0;
}

function soundKeys(): Uint16Array {
  table ??= readings();
  const made = table.slice();
  for (const unit of COMMONEST) if (made[unit]) made[unit] += SYLLABLE_LIMIT;
  return made;
}

/** Above all sound keys. */
export const SOUND_LIMIT = 2 * SYLLABLE_LIMIT;

/** Toneless pinyin of a character, or undefined where the table has none. */
export const syllableOf = (character: string): string | undefined => NAMES[syllableNumber(character.charCodeAt(0))];

/** How a syllable is spelt by who does not tell the sounds apart: zuan for zhuan, xin for xing. */
export function nearSpellings(syllable: string): readonly string[] {
  const flat = syllable.replace(/^(?<first>[zcs])h/u, "$<first>");
  const near = syllable.endsWith("ng") ? syllable.slice(0, -1) : /[aei]n$/u.test(syllable) ? `${syllable}g` : syllable;
  return [flat, near].filter((spelling) => spelling !== syllable);
}

/** Every syllable of Mandarin that a common character is read by. */
export const SYLLABLES: ReadonlySet<string> = new Set([...RUNS.matchAll(/[a-z]+/g)].map((run) => run[0]));

/** Whether letters are a syllable of Mandarin. */
export const isSyllable = (letters: string): boolean => SYLLABLES.has(letters);

/** Whether a character is read as these letters. */
export const isReadAs = (character: string, letters: string): boolean => syllableOf(character) === letters;
