import { describe, expect, it } from "vitest";
import { compact } from "../../../src/vault/compact";
import { StoreError } from "../../../src/vault/object-store";
import { syncOnce } from "../../../src/vault/sync";
import { BadBucket, SimulatedDevice, seeded } from "./simulated";

const STEPS = 10_000;
const DEVICES = 5;
const HOUR = 3_600_000;

/** A round that the bucket breaks is a round of another day. */
const tryOnce = (device: SimulatedDevice, bucket: BadBucket) =>
  syncOnce(device, bucket, 0)
    .then(() => compact(device, bucket, 1, { many: 3, olderThan: 0 }))
    .catch((error: unknown) => {
      if (!(error instanceof StoreError)) throw error;
      return 0;
    });

/** Twice, in turn: what the last one writes in the first round the others take in the second. */
async function calmDown(devices: readonly SimulatedDevice[], bucket: BadBucket): Promise<void> {
  bucket.calm = true;
  for (let round = 0; round < 2; round += 1) for (const device of devices) await syncOnce(device, bucket, 0);
}

describe.each([1])("five machines over a bad bucket, seed %i", (seed) => {
  it(`hold the same after ${STEPS} steps`, async () => {
    const random = seeded(seed);
    const bucket = new BadBucket(random);
    const pick = (below: number) => Math.floor(random() * below);
    const devices = Array.from({ length: DEVICES }, (_, at) => new SimulatedDevice(`d${at}`, (at - 2) * 12 * HOUR));
    const all = new Set<string>();
    let compacted = 0;
    for (let step = 0; step < STEPS; step += 1) {
      const device = devices[pick(DEVICES)] as SimulatedDevice;
      const what = random();
      const now = 1_795_000_000_000 + step * 1_000;
      if (what < 0.8) {
        const fact = `fact ${pick(4_000)}`;
        all.add(fact);
        device.see(fact);
      } else if (what < 0.985) device.decide(`n${pick(60)}`, random() < 0.1 ? null : pick(1_000), now);
      else compacted += await tryOnce(device, bucket);
    }
    await calmDown(devices, bucket);
    const [first, ...others] = devices.map((device) => device.state());
    for (const other of others) expect(other).toEqual(first);
    expect(devices[0]?.facts).toEqual(all);
    expect(bucket.lost).toBeGreaterThan(100);
    expect(compacted).toBeGreaterThan(20);
    // A machine that comes later finds everything in what is left.
    const late = new SimulatedDevice("late", 0);
    await syncOnce(late, bucket, 0);
    expect(late.state()).toEqual(first);
    process.stdout.write(
      `  ${DEVICES} devices × ${STEPS} steps converged, ${bucket.lost} deliveries lost or doubled, ${compacted} segments made fewer\n`,
    );
  });
});

it("two machines that were away for a week and changed other fields and the same one agree", async () => {
  const bucket = new BadBucket(seeded(9));
  bucket.calm = true;
  const [a, b] = [new SimulatedDevice("a", 0), new SimulatedDevice("b", 0)];
  a.decide("pay_gmv", 1, 1_000);
  await syncOnce(a, bucket, 0);
  await syncOnce(b, bucket, 0);
  for (let day = 1; day <= 7; day += 1) {
    a.decide("pay_gmv", day, day * 24 * HOUR);
    b.decide("pay_gmv", 100 + day, day * 24 * HOUR + 1);
    a.see(`a ${day}`);
    b.see(`b ${day}`);
    b.decide(`only b ${day}`, day, day);
  }
  await calmDown([a, b], bucket);
  expect(a.state()).toEqual(b.state());
  expect(a.notes.get("pay_gmv")?.fields.value).toMatchObject({ value: 107, by: "b" });
  expect(a.notes.get("pay_gmv")?.history.length).toBeGreaterThanOrEqual(13);
  expect(a.facts.size).toBe(14);
});
