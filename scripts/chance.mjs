/** Whole numbers below a bound, the same each time for the same seed: xorshift, Marsaglia (2003), 32 bits. */
export function chance(seed) {
  // At zero it would stay.
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
