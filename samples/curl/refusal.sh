#!/usr/bin/env bash
# ./refusal.sh: sends a request with two faults and reads what the server says of them, in Chinese when LANG is.
set -euo pipefail
source "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

language="${LANG:-en}"
answer="$(api --header 'Content-Type: application/json' --header "Accept-Language: ${language%%[_.]*}" --write-out '\n%{http_code}' \
  --data '{"model_name":"kling-v3-omni","prompt":"A kite","mode":"720p","duration":"99"}' "$FILMS")"
echo "HTTP ${answer##*$'\n'}, request $(text request_id <<<"$answer")"
grep -o '{"field":"[^}]*}' <<<"$answer" | while read -r fault; do
  echo "$(text field <<<"$fault"): rule $(text rule <<<"$fault"): $(text message <<<"$fault")"
done
