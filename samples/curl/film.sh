#!/usr/bin/env bash
# ./film.sh [FILE]: creates a film, waits for it and saves it. With CALLBACK_URL the server also tells that address.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

make_film '{"model_name":"kling-v3-omni","prompt":"A kite over a meadow, seen from below","mode":"std","aspect_ratio":"16:9","duration":"3",
  "callback_url":"'"${CALLBACK_URL:-}"'"}' "${1:-film.mp4}"
