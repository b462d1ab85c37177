import { type ReactNode, useState } from "react";
import type { FileFault } from "../../src/compliance/own/lined-file";
import { packOfWords } from "../../src/compliance/own/own-rules";
import type { Pack } from "../../src/compliance/pack";
import { shanghaiDay } from "../../src/metrics/calendar";
import { type OwnPack, ownWord } from "../../src/operations/own-rules";
import { packAge } from "../../src/operations/pack-age";
import { useNotes } from "../../src/ui/data/queries";
import { useRuleBook } from "../../src/ui/desk/rule-book";
import type { Decisions } from "../../src/ui/desk/use-decisions";
import { useI18n } from "../../src/ui/i18n/context";
import { saveFile } from "../../src/ui/tables/save-file";
import { FileFaults } from "../file-faults";
import { PackImport } from "./pack-import";

/** The packs that are there, how old they are, and the way in and out for the user's own. */
export function PackTable({ decisions }: { decisions: Decisions }): ReactNode {
  const { t } = useI18n();
  const book = useRuleBook();
  const words = useNotes("own_word").data;
  const allowed = useNotes("allow_phrase").data;
  const [faults, setFaults] = useState<readonly FileFault[]>([]);
  if (!book) return null;
  const today = shanghaiDay(Date.now());
  const own = packOfWords(
    (words ?? []).map(ownWord),
    (allowed ?? []).map(({ id }) => id),
    today,
  );
  return (
    <>
      <p className="soft">{t("packs_hint")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section className="scroll" aria-label={t("packs")} tabIndex={0}>
        <table className="log">
          <thead>
            <tr>
              <th scope="col">{t("pack")}</th>
              <th scope="col" className="number">
                {t("pack_rules")}
              </th>
              <th scope="col">{t("pack_as_of")}</th>
              <th scope="col">{t("pack_updated")}</th>
              <th scope="col">{t("pack_expires")}</th>
              <th scope="col">{t("pack_state")}</th>
            </tr>
          </thead>
          <tbody>
            {book.shipped.map((pack) => (
              <PackRow key={pack.id} pack={pack} today={today} />
            ))}
            {book.own.map((each) => (
              <OwnPackRow key={each.id} own={each} today={today} decisions={decisions} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="actions pack-actions">
        <PackImport book={book} decisions={decisions} onFaults={setFaults} />
        {own && (
          <button type="button" className="button" onClick={() => savePack(own)}>
            {t("own_words_export")}
          </button>
        )}
      </p>
      <FileFaults title={t("pack_refused")} faults={faults} />
    </>
  );
}

const savePack = (pack: Pack): void =>
  saveFile(`${pack.id}.json`, new Blob([`${JSON.stringify(pack, null, 2)}\n`], { type: "application/json" }));

function PackRow({ pack, today, children }: { pack: Pack; today: string; children?: ReactNode }): ReactNode {
  const { t, language } = useI18n();
  const { updated, isOld, days, expired, nextEnd } = packAge(pack, today);
  return (
    <tr>
      <td className="pack-name">
        {pack.title[language === "en" ? "en" : "zh"]}
        <p className="soft">{pack.version}</p>
      </td>
      <td className="number">{pack.rules.length}</td>
      <td className="nowrap">{pack.asOf}</td>
      <td className="nowrap">{updated}</td>
      <td className="nowrap">{nextEnd ?? t("pack_no_end")}</td>
      <td>
        {isOld && <p className="severity-evidence">{t("pack_old", { n: days })}</p>}
        {expired.length > 0 && <p className="severity-evidence">{t("pack_expired", { n: expired.length })}</p>}
        {!isOld && expired.length === 0 && <p>{t("pack_fresh")}</p>}
        {children}
      </td>
    </tr>
  );
}

function OwnPackRow(props: { own: OwnPack; today: string; decisions: Decisions }): ReactNode {
  const { own, today, decisions } = props;
  const { t } = useI18n();
  const note = useNotes("own_pack").data?.find(({ id }) => id === own.id);
  const { id, on, pack } = own;
  const name = pack?.title.zh ?? id;
  const json = note?.value.json ?? "";
  const turn = (next: boolean): void =>
    decisions.decide(
      [{ kind: "own_pack", id, fields: { on: next } }],
      [{ kind: "own_pack", id, fields: { on } }],
      t(next ? "pack_turned_on" : "pack_turned_off", { name }),
    );
  const remove = (): void =>
    decisions.decide(
      [{ kind: "own_pack", id, fields: null }],
      [{ kind: "own_pack", id, fields: { json, on } }],
      t("pack_removed", { name }),
    );
  const buttons = (
    <p className="actions">
      {pack && (
        <button type="button" className="button" aria-pressed={on} onClick={() => turn(!on)}>
          {t(on ? "pack_turn_off" : "pack_turn_on")}
        </button>
      )}
      {pack && (
        <button type="button" className="button" onClick={() => savePack(pack)}>
          {t("export")}
        </button>
      )}
      <button type="button" className="button" aria-label={t("remove_what", { name })} onClick={remove}>
        {t("remove")}
      </button>
    </p>
  );
  if (pack)
    return (
      <PackRow pack={pack} today={today}>
        {buttons}
      </PackRow>
    );
  return (
    <tr>
      <td>{id}</td>
      <td colSpan={4}>
        {t("pack_unusable")}
        <FileFaults title={t("pack_refused")} faults={own.faults} />
      </td>
      <td>{buttons}</td>
    </tr>
  );
}
