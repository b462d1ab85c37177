import { weekBoard, weekSpan, weeksUntil } from "../../../src/competitors/week-board";
import type { LedgerReader } from "../../../src/ledger/reader";
import { addDays } from "../../../src/metrics/calendar";
import { changesOf } from "../../../src/ui/data/rivals/changes";
import { known, ownReadings } from "../../../src/ui/data/rivals/files";
import {
  bandsOf,
  marketWeeks,
  overlaps,
  sameGoodsWeek,
  structures,
  verdictsOf,
} from "../../../src/ui/data/rivals/market";
import { ranksOf } from "../../../src/ui/data/rivals/trends";
import type { I18n } from "../../../src/ui/i18n/context";
import type { Table } from "../../../src/ui/tables/table";
import { bandSheet, bestSheet, matrixSheet, structureSheet } from "./market-sheets";
import { boardSheet, changeSheet, numberSheet, rankSheet } from "./watch-sheets";

const WEEKS = 8;

/** One sheet for each view, from what is known at the end of the week: the same data and week give the same rows. */
export async function weekTables(ledger: LedgerReader, week: string, i18n: I18n): Promise<readonly Table[]> {
  const { t } = i18n;
  const { monday, sunday } = weekSpan(week);
  const weeks = weeksUntil(sunday, WEEKS);
  const rivals = await ledger.rivals();
  const days = (await ledger.sellerDays(rivals.map(({ keys }) => keys))).map((own) =>
    own.filter((day) => day <= sunday),
  );
  const [[market], changes, ranks, bandNotes, pairNotes, numbers] = await Promise.all([
    marketWeeks(ledger, [week]),
    changesOf(ledger, { from: addDays(monday, -1), to: sunday }),
    ranksOf(ledger, "sales_gmv", weeks),
    ledger.notes("rival_bands"),
    ledger.notes("rival_pair"),
    Promise.all(
      known(rivals).map(async (rival) => ({
        rival,
        own: (await ownReadings(ledger, rival)).filter(({ day }) => day <= sunday),
      })),
    ),
  ]);
  if (!market) return [];
  const bands = bandsOf(market, bandNotes);
  const structure = structures(market, bands);
  const same = await sameGoodsWeek(ledger, market, verdictsOf(pairNotes));
  return [
    boardSheet(weekBoard(rivals, days, Date.parse(`${sunday}T12:00:00+08:00`), WEEKS), i18n),
    changeSheet(changes, i18n),
    numberSheet(numbers, i18n),
    structureSheet(market, structure, i18n),
    bandSheet(market, structure, i18n),
    bestSheet(market, same.names, i18n),
    matrixSheet(t("matrix_price"), overlaps(market, bands), market, i18n),
    matrixSheet(t("matrix_same"), same.jaccard, market, i18n),
    rankSheet(ranks, weeks, i18n),
  ];
}
