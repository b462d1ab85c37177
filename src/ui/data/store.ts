export { openLedger } from "../../ledger/ledger";
export { competitorBoard, kpiBoard } from "./boards";
