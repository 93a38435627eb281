#!/bin/sh
# Runs Trunk for a release. The paths of this machine stay out of the wasm: for its size, for
# privacy, and so that two machines build the same bytes.
#   trunk.sh build|serve arguments…
set -eu
command=$1
shift
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$(node scripts/remap.mjs)
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS

# What it says of the build is said by make; of its minifier we know that it leaves JavaScript as it is.
case $command in
  build) says=warn ;;
  *) says=info ;;
esac
set -- --log "error,trunk=$says,trunk::processing::minify=error" --skip-version-check "$command" --release "$@"

# A log needs no line for each dependency.
if [ ! -t 1 ]; then
  export CARGO_TERM_QUIET=true
fi

# Trunk 0.21 stops at NO_COLOR=1, for which it wants `true`.
if [ -n "${NO_COLOR-}" ]; then
  unset NO_COLOR
  set -- --color never "$@"
fi
exec trunk "$@"
