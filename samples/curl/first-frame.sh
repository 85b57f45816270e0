#!/usr/bin/env bash
# ./first-frame.sh [PICTURE] [FILE]: uploads a picture, and makes a film that begins with it.
set -euo pipefail
here="$(dirname -- "${BASH_SOURCE[0]}")"
source "$here/common.sh"

picture="$(api --form "file=@${1:-$here/../../docs/gallery/kite.jpg}" "$OMNIREEL_URL/v1/files" | text url)"
make_film '{"model_name":"kling-v3-omni","prompt":"Slow push in","mode":"std","duration":"3",
  "image_list":[{"image_url":"'"$picture"'","type":"first_frame"}]}' "${2:-first-frame.mp4}"
