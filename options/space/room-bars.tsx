import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Connection } from "../../src/ledger/connection";
import { roomOf } from "../../src/ledger/room";
import { useI18n } from "../../src/ui/i18n/context";
import { sizeText } from "../vault/size-text";

/** What takes the room, by kind: a bar each, as long as its part of the largest. */
export function RoomBars({ connection }: { connection: Connection }): ReactNode {
  const { t } = useI18n();
  const room = useQuery({
    queryKey: ["usage", "room"],
    queryFn: async () => roomOf((await connection.open()).db),
  }).data;
  const largest = Math.max(1, ...(room ?? []).map(({ bytes }) => bytes));
  return (
    <table className="room">
      <caption className="soft">{t("room_caption")}</caption>
      <tbody>
        {room?.map(({ kind, rows, bytes }) => (
          <tr key={kind}>
            <th scope="row">{t(`room_${kind}`)}</th>
            <td className="room-bar">
              <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none">
                <rect width={(100 * bytes) / largest} height="8" rx="1" />
              </svg>
            </td>
            <td className="number">{sizeText(bytes)}</td>
            <td className="number soft">{t("room_rows", { n: rows.toLocaleString("en-US") })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
