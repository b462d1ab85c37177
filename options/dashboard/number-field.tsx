import { type ReactNode, useId, useState } from "react";
import type { Unit } from "../../src/console/observation";
import { useI18n } from "../../src/ui/i18n/context";

/** As people write it: yuan for fen, per cent for ratios. */
const SCALE: Partial<Record<Unit, number>> = { fen: 100, ratio: 0.01 };
const SIGN: Partial<Record<Unit, string>> = { fen: "￥", ratio: "%" };

const shown = (value: number | null, unit: Unit): string =>
  value === null ? "" : String(Number((value / (SCALE[unit] ?? 1)).toPrecision(12)));

/** A number that is saved when the field is left or Enter is pressed; Escape takes the typing back, empty removes it. */
export function NumberField(props: {
  label: string;
  unit: Unit;
  value: number | null;
  /** What holds while nothing is typed. */
  usual: number | null;
  accepts: (value: number) => boolean;
  onSave: (value: number | null) => void;
}): ReactNode {
  const { label, unit, value, usual, accepts, onSave } = props;
  const { t } = useI18n();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const commit = (): void => {
    if (typed === null) return;
    const text = typed.trim().replace(/[,，￥¥%\s]/g, "");
    const scale = SCALE[unit] ?? 1;
    const number = text === "" ? null : Number((Number(text) * scale).toPrecision(12));
    const isPossible = number === null || accepts(number);
    setWrong(!isPossible);
    if (!isPossible) return;
    setTyped(null);
    if (number !== value) onSave(number);
  };
  return (
    <div className="number-field">
      <label htmlFor={id}>
        {label} {SIGN[unit] && <span className="soft">{SIGN[unit]}</span>}
      </label>
      <input
        id={id}
        className="field"
        type="text"
        inputMode="decimal"
        value={typed ?? shown(value, unit)}
        placeholder={usual === null ? t("number_unset") : t("number_usual", { value: shown(usual, unit) })}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
          if (event.key !== "Escape") return;
          setTyped(null);
          setWrong(false);
        }}
      />
      {isWrong && (
        <p id={`${id}-wrong`} className="wrong">
          {t("number_wrong")}
        </p>
      )}
    </div>
  );
}
