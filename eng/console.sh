# The web console: published once for each state of its sources. Source it after setup.sh.
# shellcheck shell=bash

# console_files: the folder of the published console.
console_files() { echo "$ROOT/artifacts/console/wwwroot"; }

# build_console: publishes the console when its sources changed since the last time. False, after saying so, when that is not possible:
# the API does without it.
build_console() {
  local stamp="$ROOT/artifacts/console.stamp"
  local sources=("$ROOT"/src/OmniReel.{Console,Client,Contract} "$ROOT"/Directory.{Build,Packages}.props "$ROOT/global.json")
  stale "$stamp" "${sources[@]}" || return 0
  under_lock publish_console "$stamp" "${sources[@]}"
}

publish_console() {
  local stamp="$1" out="$ROOT/artifacts/console" log="$ROOT/artifacts/console.log"
  shift
  stale "$stamp" "$@" || return 0 # somebody else published while we waited
  say 'building the web console, once (about a minute; OMNIREEL_NO_CONSOLE=1 does without it) …'
  : >"$stamp.begun"
  rm -rf "$out"
  if ! dotnet publish "$ROOT/src/OmniReel.Console/OmniReel.Console.csproj" -c Release -v quiet -nologo -nodeReuse:false -p:UseSharedCompilation=false -o "$out" \
    >"$log" 2>&1 </dev/null 9>&-; then
    grep -E 'error|warning' "$log" | sort -u | head -n 20 >&2 || tail -n 20 "$log" >&2
    say "the web console could not be built; everything that was said is in $log"
    return 1
  fi
  mv "$stamp.begun" "$stamp"
}
