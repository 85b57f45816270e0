# Shared by the scripts beside it: where the server is, and a reader of flat JSON good enough for this API's answers. Source it.
# shellcheck shell=bash
: "${OMNIREEL_URL:=http://127.0.0.1:8080}"
: "${OMNIREEL_KEY:?Set OMNIREEL_KEY to the key that the server was started with}"

FILMS="$OMNIREEL_URL/v1/videos/omni-video"

# api CURL-ARGUMENT…: one request with the key; the answer's body, also of a refusal.
api() { curl --silent --show-error --header "Authorization: Bearer $OMNIREEL_KEY" "$@"; }

# text NAME: the first text of that name in the JSON on the input.
text() { grep -oE "\"$1\":\"(\\\\.|[^\"\\\\])*\"" | head -n 1 | sed -E 's/^"[^"]*":"//; s/"$//; s/\\u0026/\&/g; s/\\(["\\/])/\1/g'; }

# create BODY: the new task's id. The key makes it safe to send again: --retry never makes a second film.
create() {
  local key answer id
  key="$(date +%s)-$$-$RANDOM"
  answer="$(api --retry 3 --header 'Content-Type: application/json' --header "Idempotency-Key: $key" --data "$1" "$FILMS")"
  id="$(text task_id <<<"$answer")"
  [[ -n $id ]] || { printf 'refused: %s\n' "$answer" >&2; return 1; }
  printf '%s\n' "$id"
}

# wait_for ID: the task once it has ended. Each question is held for up to a minute, so there is no polling.
wait_for() {
  local answer status
  while :; do
    answer="$(api --retry 3 --header 'Prefer: wait=60' "$FILMS/$1")"
    status="$(text task_status <<<"$answer")"
    case "$status" in
      succeed) printf '%s\n' "$answer"; return ;;
      submitted | processing) ;;
      *) printf 'no film: %s\n' "$answer" >&2; return 1 ;;
    esac
  done
}

# make_film BODY FILE: created, waited for, saved.
make_film() {
  local id url
  id="$(create "$1")"
  echo "task $id"
  url="$(wait_for "$id" | text url)"
  curl --silent --show-error --fail --retry 3 --output "$2" "$url"
  echo "saved $2"
}
