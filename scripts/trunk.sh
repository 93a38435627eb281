#!/bin/sh
# Runs Trunk for a release. The paths of this machine stay out of the wasm: for its size, for
# privacy, and so that two machines build the same bytes.
#   trunk.sh build|serve arguments…
set -eu
command=$1
shift
flags=$(node scripts/remap.mjs)

# A panic ends the program at once, without words that no player would read, and the standard library is
# built for that and for size: the page weighs an eighth less. Cargo and rustc offer neither without
# being told to be nightly. Without the library's sources, or with an old Rust, it is as Rust brings it.
library=$(rustc --print sysroot)/lib/rustlib/src/rust/library
if [ -f "$library/Cargo.lock" ] && RUSTC_BOOTSTRAP=1 rustc -Zunstable-options -Cpanic=immediate-abort --print cfg >/dev/null 2>&1; then
  flags="$flags -Zunstable-options -Cpanic=immediate-abort --remap-path-prefix=$library=std"
  export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort
fi
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$flags"

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
