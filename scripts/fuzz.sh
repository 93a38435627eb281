#!/bin/sh
# Feeds what people paste, and worse, to the reading of articles, to the making of questions and to the
# reading of quizzes from links: SECONDS of each, 600 unless told. What breaks them is left in fuzz/artifacts/.
#   fuzz.sh [target…]
set -eu
seconds=${SECONDS_EACH:-600}

if ! command -v cargo-fuzz >/dev/null 2>&1; then
  echo "Installing cargo-fuzz from its source: about a minute"
  # Beside the project's other tools; it runs for the length of the fuzzing only.
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 cargo install cargo-fuzz --version 0.13.2 --locked --quiet --root .tools
fi

# The sanitizers are nightly's; a stable compiler has them too, behind a switch.
toolchain=
if rustup run nightly rustc --version >/dev/null 2>&1; then
  toolchain=+nightly
else
  export RUSTC_BOOTSTRAP=1
fi

[ $# -gt 0 ] || set -- article make bank format package link
for target; do
  # What opens a link is JavaScript.
  if [ "$target" = link ]; then
    echo "Trying links for $seconds seconds"
    LINK_SECONDS=$seconds node --test --test-reporter=spec web/link.test.mjs
    continue
  fi
  mkdir -p "fuzz/corpus/$target"
  echo "Fuzzing $target for $seconds seconds"
  cargo $toolchain fuzz run "$target" "fuzz/corpus/$target" "fuzz/seeds/$target" -- \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=4096 \
    -dict=fuzz/words.dict -print_final_stats=1 -verbosity=0
done
