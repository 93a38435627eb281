#!/bin/sh
# Formats, as Python's packages read and write them, and as a renderer of QTI shows them: installs those
# beside the project's tools.
set -eu
home=.tools/interop
packages="pygiftparser==1.1 moodle-xml-parser==0.3.1 moodle-questions==0.2.1 text2qti==0.8.0 qti-package-maker==26.7.14"
# What the packages whose test data is read are built with.
builders="setuptools==80.9.0 wheel==0.45.1 hatchling==1.27.0 poetry-core==2.1.3"

command -v python3 >/dev/null || { echo "Missing: Python 3.11 or newer" >&2; exit 1; }
if [ "$(cat "$home/packages" 2>/dev/null)" != "$packages" ]; then
  echo "Installing $packages: about a minute"
  rm -rf "$home"
  python3 -m venv "$home"
  # shellcheck disable=SC2086 # one word for each package
  "$home/bin/pip" install --quiet --disable-pip-version-check $packages $builders
  echo "$packages" > "$home/packages"
fi
cargo build --quiet --locked --bin readback
node scripts/formats/awkward.mjs > "$home/awkward.json"
"$home/bin/python" scripts/interop.py "$home"
exec node scripts/interop-qti.mjs "$home"
