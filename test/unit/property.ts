import fc from 'fast-check';

/**
 * Properties with the same cases in every run: a rule that fails now and then would fail on somebody's change that has
 * nothing to do with it. `FC_SEED=random` looks for new counterexamples.
 */
const { FC_SEED } = process.env;
if (FC_SEED !== 'random') fc.configureGlobal({ seed: Number(FC_SEED ?? 20_261_122) });

export default fc;
