#!/bin/sh
# Trunk runs this at the end of a build, before the result goes to dist/.
set -eu
if [ "$TRUNK_PROFILE" = debug ]; then
  exit 0
fi
readback() {
  # Quiet about where the files are for the moment: Trunk moves them.
  cargo run --quiet --locked --bin readback -- "$@" >/dev/null
}
# Trunk's own minifier leaves the script of wasm-bindgen as it is; make installs one that does not.
terser=node_modules/.bin/terser
if [ -x "$terser" ]; then
  for script in "$TRUNK_STAGING_DIR"/*.js; do
    "$terser" "$script" --module --compress passes=2 --mangle --output "$script"
  done
fi
readback seal "$TRUNK_STAGING_DIR"
readback page --dist "$TRUNK_STAGING_DIR"
