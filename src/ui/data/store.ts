export { openLedger } from "../../ledger/ledger";
export { kpiBoard } from "./boards";
export { dashboardOf, postsOf, reportOf, snapshotOf } from "./dashboards";
export { watchBoardOf } from "./rivals/watch-board";
export { storeState } from "./store-state";
