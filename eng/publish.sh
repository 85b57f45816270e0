#!/usr/bin/env bash
# One native executable and its native libraries in dist/, or in the folder given.
set -euo pipefail
ROOT="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)"
# shellcheck source=eng/setup.sh
source "$ROOT/eng/setup.sh"
# shellcheck source=eng/native.sh
source "$ROOT/eng/native.sh"
# shellcheck source=eng/console.sh
source "$ROOT/eng/console.sh"

require_dotnet
mkdir -p -- "${1:-$ROOT/dist}"
dist="$(cd -- "${1:-$ROOT/dist}" && pwd)"
rm -f "$dist"/omnireel "$dist"/*.so "$dist"/*.dylib
inside=()
if [[ -z ${OMNIREEL_NO_CONSOLE:-} ]]; then
  build_console again || die 'the program has its console inside: mend that first, or set OMNIREEL_NO_CONSOLE=1 for one without.'
  inside=(-p:ConsoleFiles="$(console_files)")
fi
publish_native src/OmniReel/OmniReel.csproj "$dist" "${inside[@]}"
(cd "$dist" && du -h ./*)
printf '%s is ready\n' "$dist/omnireel"
