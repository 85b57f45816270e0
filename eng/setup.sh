# Shared by the entry scripts: what must be on the machine, and building at most once. Source it; it defines functions only.
# shellcheck shell=bash

say() { printf 'omnireel: %s\n' "$*" >&2; }

die() {
  say "$1"
  shift
  local line
  for line in "$@"; do printf '  %s\n' "$line" >&2; done
  exit 1
}

# Finds dotnet where its installers put it, or says how to get it.
require_dotnet() {
  command -v dotnet >/dev/null && return
  local folder
  for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
    if [[ -n $folder && -x $folder/dotnet ]]; then
      export DOTNET_ROOT="$folder" PATH="$folder:$PATH"
      return
    fi
  done
  die 'the .NET SDK 10 is missing. Install it, then try again:' \
    'any Linux or macOS:  curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0' \
    'Ubuntu:   sudo apt-get install dotnet-sdk-10.0' \
    'Fedora:   sudo dnf install dotnet-sdk-10.0' \
    'macOS:    brew install dotnet-sdk' \
    'Windows:  winget install Microsoft.DotNet.SDK.10'
}

has_cjk_font() {
  local font
  for font in /usr/share/fonts/truetype/{wqy,droid}/*.tt[cf] /usr/share/fonts/{opentype,truetype}/noto/*CJK* /usr/share/fonts/google-noto*cjk*/* \
    "$HOME"/.local/share/fonts/*CJK* /System/Library/Fonts/PingFang.ttc '/System/Library/Fonts/STHeiti Light.ttc' /c/Windows/Fonts/msyh.ttc; do
    [[ -e $font ]] && return 0
  done
  return 1
}

may_install() {
  [[ -z ${OMNIREEL_NO_INSTALL:-} ]] && command -v apt-get >/dev/null || return 1
  [[ $(id -u) == 0 ]] || sudo -n true 2>/dev/null
}

# Installs Debian packages without a word, or fails with apt's own words.
apt_install() {
  local log="$ROOT/artifacts/apt.log" sudo=()
  [[ $(id -u) == 0 ]] || sudo=(sudo -n)
  mkdir -p "$ROOT/artifacts"
  say "installing $* …"
  local install=("${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300)
  if ! { "${install[@]}" install --no-install-recommends "$@" || { "${install[@]}" update && "${install[@]}" install --no-install-recommends "$@"; }; } \
    >"$log" 2>&1 </dev/null 9>&-; then
    tail -n 15 "$log" >&2
    return 1
  fi
}

# The films are encoded by ffmpeg; the font draws what Debian's basic ones cannot; bubblewrap shuts decoders in; espeak-ng speaks. A
# machine that could not get the last three is asked again after a day, not at every start; ffmpeg is tried for each time.
require_media() {
  local missing=() tried="$ROOT/artifacts/extras-tried.stamp"
  command -v ffmpeg >/dev/null && command -v ffprobe >/dev/null || missing+=(ffmpeg)
  has_cjk_font || missing+=(fonts-wqy-microhei)
  [[ $OSTYPE != linux* ]] || command -v bwrap >/dev/null || missing+=(bubblewrap)
  command -v espeak-ng >/dev/null || missing+=(espeak-ng)
  ((${#missing[@]})) || return 0
  if [[ ${missing[0]} == ffmpeg || -z $(find "$tried" -mmin -1440 2>/dev/null) ]] && may_install; then
    if under_lock apt_install "${missing[@]}"; then return 0; fi
    touch "$tried"
  fi
  # Fedora's own ffmpeg-free has no libx264; RPM Fusion's ffmpeg has.
  # shellcheck disable=SC2016 # the command is for the reader to run
  local lines=('Debian, Ubuntu:  sudo apt-get install ffmpeg fonts-wqy-microhei bubblewrap espeak-ng' \
    'Fedora:   sudo dnf install https://mirrors.rpmfusion.org/free/fedora/rpmfusion-free-release-$(rpm -E %fedora).noarch.rpm' \
    '          sudo dnf install --allowerasing ffmpeg google-noto-sans-cjk-fonts bubblewrap espeak-ng' \
    'macOS:    brew install ffmpeg espeak-ng' 'Windows:  winget install Gyan.FFmpeg')
  [[ ${missing[0]} == ffmpeg ]] && die 'ffmpeg is missing. Install it, then try again:' "${lines[@]}"
  has_cjk_font || say "no Chinese font was found: Chinese text in pictures will be missing. ${lines[0]}"
  # The server works without bubblewrap, and says at its start what that means; without espeak-ng nobody speaks, which a film says.
}

# require_tool COMMAND PACKAGE WHY: one command of one Debian package.
require_tool() {
  command -v "$1" >/dev/null || { may_install && under_lock apt_install "$2"; } || die "$1 is missing ($3). Install the package $2, then try again."
}

# has_tool COMMAND PACKAGE: true when the command is there, or could be installed. For what can be done without: a machine that could not
# get it is asked again after a day, not at every start.
has_tool() {
  local tried="$ROOT/artifacts/$2-tried.stamp"
  command -v "$1" >/dev/null && return
  [[ -z $(find "$tried" -mmin -1440 2>/dev/null) ]] && may_install || return 1
  if under_lock apt_install "$2"; then return 0; fi
  touch "$tried"
  say "$2 could not be installed; that is tried again after a day, or once ${tried#"$ROOT"/} is removed."
  return 1
}

# fetch_packages FOLDER…: the npm packages that tests check us with, exactly as their lock files name them; nothing of theirs runs here.
# Where they cannot be had, it says so; the tests that need them are skipped.
fetch_packages() {
  local folder
  for folder in "$@"; do
    [[ -d $folder/node_modules && ! $folder/package-lock.json -nt $folder/node_modules ]] && continue
    if ! has_tool node nodejs || ! has_tool npm npm; then
      say 'node or npm is missing: the tests that run the packages of clients and receivers are skipped.'
      return 0
    fi
    local log="$ROOT/artifacts/npm.log"
    mkdir -p "$ROOT/artifacts"
    if ! under_lock npm ci --ignore-scripts --no-audit --no-fund --prefix "$folder" >"$log" 2>&1 </dev/null; then
      tail -n 15 "$log" >&2
      rm -rf "${folder:?}/node_modules"
      say "the packages of ${folder#"$ROOT"/} could not be installed: the tests that run them are skipped. Once npm can reach its registry, try again."
      continue
    fi
    touch "$folder/node_modules"
  done
}

# Runs a command while no other start of this checkout installs or builds.
under_lock() {
  mkdir -p "$ROOT/artifacts"
  if ! command -v flock >/dev/null; then "$@"; return; fi
  {
    flock -n 9 || { say 'waiting for another start to finish building …'; flock 9; }
    "$@"
  } 9>"$ROOT/artifacts/.lock"
}

# stale STAMP PATH…: true when a source is newer than the stamp (a folder counts, so that a deleted file does too).
stale() {
  local stamp="$1"
  shift
  [[ ! -e $stamp ]] || [[ -n $(find "$@" -newer "$stamp" -print -quit) ]]
}

# build_unless_fresh STAMP PROJECT PATH…: a quiet Release build of PROJECT when a PATH changed since the last one.
build_unless_fresh() {
  local stamp="$1" project="$2"
  shift 2
  stale "$stamp" "$@" || return 0
  under_lock build_now "$stamp" "$project" "$@"
}

build_now() {
  local stamp="$1" project="$2" log="$ROOT/artifacts/build.log"
  shift 2
  stale "$stamp" "$@" || return 0 # somebody else built while we waited
  say "building ${project##*/} …"
  : >"$stamp.begun"
  # No build server may outlive us: it would hold the caller's pipes and our lock.
  if ! dotnet build "$ROOT/$project" -c Release -v quiet -nologo -nodeReuse:false -p:UseSharedCompilation=false >"$log" 2>&1 </dev/null 9>&-; then
    grep -E 'error|warning' "$log" | sort -u | head -n 40 >&2 || tail -n 40 "$log" >&2
    die "the build failed; everything it said is in $log"
  fi
  mv "$stamp.begun" "$stamp"
}
