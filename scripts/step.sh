#!/bin/sh
# Runs one step of a longer piece of work: says what it is, and how long it took.
#   step.sh "What it does" command arguments…
set -u
what=$1
shift
start=$(date +%s)
printf -- '--> %s\n' "$what"
"$@"
status=$?
took=$(($(date +%s) - start))
if [ "$status" -eq 0 ]; then
  printf -- '    done in %s s\n' "$took"
else
  printf -- '    FAILED after %s s: %s\n' "$took" "$what" >&2
fi
exit "$status"
