#!/bin/sh
# Trunk runs this at the end of a build, before the result goes to dist/.
set -eu
# Set for the browser's programs alone.
unset RUSTC_BOOTSTRAP CARGO_UNSTABLE_BUILD_STD
if [ "$TRUNK_PROFILE" = debug ]; then
  exit 0
fi
readback() {
  # Quiet about where the files are for the moment: Trunk moves them.
  cargo run --quiet --locked --bin readback -- "$@" >/dev/null
}
# Makes the build smaller, where make has installed what that takes.
if [ -d node_modules/terser ]; then
  node scripts/shrink.mjs "$TRUNK_STAGING_DIR"
fi
readback seal "$TRUNK_STAGING_DIR"
readback fold --dist "$TRUNK_STAGING_DIR"
# Last, as it holds the hashes of all the others.
node scripts/offline.mjs "$TRUNK_STAGING_DIR"
