export { openLedger } from "../../ledger/ledger";
export { competitorBoard, kpiBoard } from "./boards";
export { dashboardOf, postsOf, reportOf, snapshotOf } from "./dashboards";
