# The web console: published once for each state of its sources. Source it after setup.sh.
# shellcheck shell=bash

# console_files: the folder of the published console.
console_files() { echo "$ROOT/artifacts/console/wwwroot"; }

# build_console [again]: publishes the console when its sources changed since the last time. False, after saying so, when that is not
# possible: the API does without it. Sources that could not be published before are not tried a second time, unless "again" is said.
build_console() {
  console_is_fresh && return
  if [[ ${1:-} != again ]] && console_has_failed; then
    say "the web console could not be built before, from these very sources; what was said is in $ROOT/artifacts/console.log"
    say "to try again:  rm '$(console_failure)'"
    return 1
  fi
  under_lock publish_console
}

console_is_fresh() { console_is_newer "$ROOT/artifacts/console.stamp"; }

console_has_failed() { console_is_newer "$(console_failure)"; }

console_failure() { echo "$ROOT/artifacts/console-failed.stamp"; }

console_is_newer() {
  ! stale "$1" "$ROOT"/src/OmniReel.{Console,Client,Contract} "$ROOT"/Directory.{Build,Packages}.props "$ROOT/global.json"
}

publish_console() {
  local stamp="$ROOT/artifacts/console.stamp" out="$ROOT/artifacts/console" log="$ROOT/artifacts/console.log" new="$ROOT/artifacts/console.new"
  console_is_fresh && return # somebody else published while we waited
  say 'building the web console, once (about a minute) …'
  : >"$stamp.begun"
  rm -rf "$new" "$(console_failure)"
  if ! dotnet publish "$ROOT/src/OmniReel.Console/OmniReel.Console.csproj" -c Release -v quiet -nologo -nodeReuse:false -p:UseSharedCompilation=false -o "$new" \
    >"$log" 2>&1 </dev/null 9>&-; then
    grep -E 'error|warning' "$log" | sort -u | head -n 20 >&2 || tail -n 20 "$log" >&2
    mv "$stamp.begun" "$(console_failure)"
    say "the web console could not be built; everything that was said is in $log"
    say "it is tried again when a source of it changes, or after:  rm '$(console_failure)'"
    return 1
  fi
  # Whoever serves the folder sees the old one or the new one, and never a half.
  rm -rf "$out"
  mv "$new" "$out"
  mv "$stamp.begun" "$stamp"
}
