/** Name in the vault of when (ms) something could not be kept for want of room; absent once there is room again. */
export const FULL = "full";
