import fc from "fast-check";

// The same cases on every run, so that what turns red is the change at hand; FC_SEED=… tries others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_127) });

export default fc;
