#!/usr/bin/env bash
# ./three-shots.sh [FILE]: one film of three shots; their seconds add up to the film's.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

make_film '{"model_name":"kling-v3-omni","mode":"std","aspect_ratio":"16:9","duration":"4","multi_shot":true,"shot_type":"customize",
  "multi_prompt":[{"index":1,"prompt":"A harbour at dawn, wide","duration":"1"},
                  {"index":2,"prompt":"A fisherman mends a net","duration":"2"},
                  {"index":3,"prompt":"A boat sails out to sea","duration":"1"}]}' "${1:-three-shots.mp4}"
