#!/usr/bin/env bash
# One native executable and its native libraries under dist/ (or the folder given).
set -euo pipefail
ROOT="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)"
# shellcheck source=eng/setup.sh
source "$ROOT/eng/setup.sh"

require_dotnet
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) rid=linux-x64 ;;
  Linux-aarch64) rid=linux-arm64 ;;
  Darwin-arm64) rid=osx-arm64 ;;
  Darwin-x86_64) rid=osx-x64 ;;
  *) die "publish knows Linux and macOS on x64 and arm64, not $(uname -s) on $(uname -m)." ;;
esac
if [[ $rid == linux-* ]]; then
  require_tool clang clang 'the native compiler links with it'
  [[ -e /usr/include/zlib.h ]] || { may_install && under_lock apt_install zlib1g-dev; } || die 'zlib.h is missing. Install the package zlib1g-dev, then try again.'
fi

dist="$(mkdir -p -- "${1:-$ROOT/dist}" && cd -- "${1:-$ROOT/dist}" && pwd)"
work="$ROOT/artifacts/native"
say "publishing for $rid (a minute or two) …"
mkdir -p "$work"
publish() {
  dotnet publish "$ROOT/src/OmniReel/OmniReel.csproj" -c Release -r "$rid" -v quiet -nologo --artifacts-path "$work" -nodeReuse:false \
    -p:UseSharedCompilation=false >"$work/publish.log" 2>&1 </dev/null 9>&-
}
if ! under_lock publish; then
  grep -E 'error|warning' "$work/publish.log" | sort -u | head -n 40 >&2 || tail -n 40 "$work/publish.log" >&2
  die "publishing failed; everything it said is in $work/publish.log"
fi

rm -rf "${dist:?}"/omnireel "${dist:?}"/*.so "${dist:?}"/*.dylib
find "$work/publish/OmniReel/release_$rid" -maxdepth 1 -type f ! -name '*.dbg' ! -name '*.pdb' ! -name '*.xml' ! -name '*.json' -exec cp -p {} "$dist/" \;
(cd "$dist" && du -h ./*)
printf '%s is ready\n' "$dist/omnireel"
