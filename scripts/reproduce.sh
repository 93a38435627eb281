#!/bin/sh
# Builds a release of the last commit twice, in two folders and under two homes, and compares bytes.
# What cargo and npm have downloaded is copied, as are the tools: only the build is looked at.
set -eu
cargo=${CARGO_HOME:-$HOME/.cargo}
RUSTUP_HOME=${RUSTUP_HOME:-$HOME/.rustup}
PATH=$PATH:$cargo/bin
export RUSTUP_HOME PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for place in one some/other/place/two; do
  folder=$work/$place/readback
  home=$work/$place/home
  mkdir -p "$home/.cargo/registry"
  git clone --quiet . "$folder"
  cp -R node_modules "$folder/"
  cp -R "$cargo/registry/cache" "$cargo/registry/index" "$home/.cargo/registry/"
  if [ -f "$cargo/config.toml" ]; then
    cp "$cargo/config.toml" "$home/.cargo/"
  fi
  (cd "$folder" && env -u CARGO_TARGET_DIR HOME="$home" CARGO_HOME="$home/.cargo" make release)
done

if diff "$work/one/readback/release/SHA256SUMS" "$work/some/other/place/two/readback/release/SHA256SUMS"; then
  echo "Both builds have the same bytes:"
  cat "$work/one/readback/release/SHA256SUMS"
else
  echo "The two builds differ." >&2
  exit 1
fi
