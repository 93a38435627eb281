#!/bin/sh
# Runs Trunk for a release. The paths of this machine stay out of the wasm: for its size, for
# privacy, and so that two machines build the same bytes.
#   trunk.sh build|serve arguments…
set -eu
command=$1
shift
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$(node scripts/remap.mjs)
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS
exec trunk --skip-version-check "$command" --release "$@"
