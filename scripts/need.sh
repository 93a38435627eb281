#!/bin/sh
# Checks what no script here can install, and names each lack with its remedy.
set -u
missing=0

lacks() {
  printf 'Missing: %s\n    %s\n' "$1" "$2" >&2
  missing=1
}

has() { command -v "$1" >/dev/null 2>&1; }

has cargo || lacks "Rust" "Install it from https://rustup.rs, then open a new terminal."
has cc || has gcc || has clang ||
  lacks "a C compiler, which Rust links with" "Debian and Ubuntu: apt install build-essential. macOS: xcode-select --install."

if ! has node; then
  lacks "Node 20 or newer" "Install it from https://nodejs.org or with your system's packages."
elif [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 20')" != true ]; then
  lacks "Node 20 or newer (found $(node --version))" "Install a newer one from https://nodejs.org or with nvm, fnm or your system's packages."
elif ! has npm; then
  lacks "npm, which comes with Node" "Debian and Ubuntu: apt install npm. Elsewhere: install Node from https://nodejs.org."
fi

exit "$missing"
