import type { ReplicaPage } from "../../replica/expected";
import type { Replica } from "../../replica/replica";
import { replicaUrl } from "../../replica/urls";
import { shanghai } from "../../replica/world/days";
import type { Desk } from "../desk";
import { byLink, visit } from "../visit";
import type { VisitReport } from "../visit-report";

/** Two days an operator looks at the console; the second is when the draft is written. */
export const DEMO_DAYS = ["2026-11-17", "2026-11-18"] as const;

/** What is typed into the editor: one sentence of each kind that the checker knows from the first day. */
const DEMO_DRAFT =
  "全网最低价的明前龙井来啦！喝三天就能降血压，国家级非遗工艺，采用国家级机关特供标准。" +
  "转发到群里并点赞，加微信领红包，今天不抢再等一年。";

const SINGLE_POSTS = ">>> ul.weui-desktop-tab__navs__inner > li:nth-child(2)";
const EDITOR = '>>> div[data-placeholder="添加描述"]';

/** A morning at the console: its pages in turn, by the menu where a menu leads there. */
export async function operateDay(desk: Desk, replica: Replica, day: string): Promise<VisitReport[]> {
  replica.state.day = day;
  const { seed } = replica.state;
  const reports: VisitReport[] = [];
  const look = async (page: ReplicaPage, time: string, link: boolean, click?: string) => {
    const url = replicaUrl(page, seed, day);
    const act = click === undefined ? [] : [{ click }];
    reports.push(await visit(desk, { url, act, at: shanghai(day, time).toISOString() }, link ? byLink : undefined));
  };
  await look("home", "09:30", false);
  await look("post_list", "09:32", true);
  await look("post_data", "09:35", true, SINGLE_POSTS);
  await look("goods_list", "09:41", false);
  await look("shop_data", "09:44", true);
  await look("talent_square", "09:47", true);
  await look("talent_detail", "09:50", true);
  return reports;
}

/** Opens the editor from the menu and types the draft. */
export async function writeDraft(desk: Desk, replica: Replica, day: string): Promise<VisitReport> {
  replica.state.day = day;
  const url = replicaUrl("post_editor", replica.state.seed, day);
  const at = shanghai(day, "10:05").toISOString();
  return visit(desk, { url, act: [{ type: [EDITOR, DEMO_DRAFT] }], at });
}
