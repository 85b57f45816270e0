# Native publishing, for ./omnireel publish and ./bench. Source it after setup.sh.
# shellcheck shell=bash

native_rid() {
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) echo linux-x64 ;;
    Linux-aarch64) echo linux-arm64 ;;
    Darwin-arm64) echo osx-arm64 ;;
    Darwin-x86_64) echo osx-x64 ;;
    *) die "native publishing knows Linux and macOS on x64 and arm64, not $(uname -s) on $(uname -m)." ;;
  esac
}

require_native_tools() {
  [[ $(uname -s) == Linux ]] || return 0
  require_tool clang clang 'the native compiler links with it'
  [[ -e /usr/include/zlib.h ]] || { may_install && under_lock apt_install zlib1g-dev; } || die 'zlib.h is missing. Install the package zlib1g-dev, then try again.'
}

# publish_native PROJECT FOLDER [PROPERTY…]: the executable and its native libraries, without symbols, in FOLDER.
publish_native() {
  local project="$1" folder="$2" rid work="$ROOT/artifacts/native" name
  rid="$(native_rid)"
  name="$(basename "$project" .csproj)"
  shift 2
  require_native_tools
  mkdir -p "$work" "$folder"
  say "publishing $name for $rid (a minute or two) …"
  if ! under_lock publish_now "$project" "$rid" "$work" "$@"; then
    grep -E 'error|warning' "$work/publish.log" | sort -u | head -n 40 >&2 || tail -n 40 "$work/publish.log" >&2
    die "publishing failed; everything it said is in $work/publish.log"
  fi
  find "$work/publish/$name/release_$rid" -maxdepth 1 -type f ! -name '*.dbg' ! -name '*.pdb' ! -name '*.xml' ! -name '*.json' -exec cp -p {} "$folder/" \;
}

publish_now() {
  local project="$1" rid="$2" work="$3"
  shift 3
  rm -rf "$work/publish/$(basename "$project" .csproj)"
  dotnet publish "$ROOT/$project" -c Release -r "$rid" -v quiet -nologo --artifacts-path "$work" -nodeReuse:false -p:UseSharedCompilation=false "$@" \
    >"$work/publish.log" 2>&1 </dev/null 9>&-
}
