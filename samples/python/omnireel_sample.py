#!/usr/bin/env python3
"""Samples of the Omni-Video API with Python's standard library alone (3.9 or newer).

    python3 omnireel_sample.py film [FILE] | first-frame [PICTURE] [FILE] | three-shots [FILE] | refusal
"""
import json
import os
import shutil
import sys
import time
import urllib.error
import urllib.request
import uuid
from pathlib import Path

URL = os.environ.get("OMNIREEL_URL", "http://127.0.0.1:8080").rstrip("/")
FILMS = URL + "/v1/videos/omni-video"


class Refused(Exception):
    """The server answered, and not with what was asked for: its status, code, request id and the fields at fault."""

    def __init__(self, status, answer):
        super().__init__(answer.get("message", f"HTTP {status}"))
        self.status = status
        self.code = answer.get("code", 0)
        self.request_id = answer.get("request_id", "")
        self.errors = (answer.get("data") or {}).get("errors", [])


def ask(method, url, body=None, headers=None):
    """One request; the answer's data. Raises Refused, or OSError when the server cannot be reached."""
    request = urllib.request.Request(url, data=body, method=method, headers=headers or {})
    request.add_header("Authorization", "Bearer " + os.environ["OMNIREEL_KEY"])
    try:
        with urllib.request.urlopen(request, timeout=100) as answer:
            return json.load(answer)["data"]
    except urllib.error.HTTPError as refused:
        try:
            answer = json.load(refused)
        except ValueError:
            answer = {}
        raise Refused(refused.code, answer) from None


def create(video):
    """Creates a task. Under its key it may be sent again when an answer gets lost: that never makes a second film."""
    headers = {"Content-Type": "application/json", "Idempotency-Key": uuid.uuid4().hex}
    body = json.dumps(video).encode()
    for attempt in range(4):
        try:
            return ask("POST", FILMS, body, headers)["task_id"]
        except (Refused, OSError) as failure:
            if attempt == 3 or (isinstance(failure, Refused) and failure.status < 500):
                raise
            time.sleep(2**attempt / 2)


def save(task_id, path):
    """Waits for a task, each question held for up to a minute, and saves its film."""
    print("task", task_id, flush=True)
    while True:
        task = ask("GET", f"{FILMS}/{task_id}", headers={"Prefer": "wait=60"})
        if task["task_status"] in ("succeed", "failed"):
            break
    if task["task_status"] == "failed":
        sys.exit("no film: " + task["task_status_msg"])
    # Beside its place first: who looks for the file never finds half of it.
    with urllib.request.urlopen(task["task_result"]["videos"][0]["url"], timeout=100) as film, open(path + ".part", "wb") as part:
        shutil.copyfileobj(film, part)
    os.replace(path + ".part", path)
    print("saved", path)


def film(path="film.mp4"):
    save(create({
        "model_name": "kling-v3-omni", "prompt": "A kite over a meadow, seen from below", "mode": "std", "aspect_ratio": "16:9", "duration": "3",
        "callback_url": os.environ.get("CALLBACK_URL", ""),
    }), path)


def first_frame(picture=str(Path(__file__).parent / "../../docs/gallery/kite.jpg"), path="first-frame.mp4"):
    uploaded = ask("POST", URL + "/v1/files", Path(picture).read_bytes(), {"Content-Type": "application/octet-stream"})
    save(create({
        "model_name": "kling-v3-omni", "prompt": "Slow push in", "mode": "std", "duration": "3",
        "image_list": [{"image_url": uploaded["url"], "type": "first_frame"}],
    }), path)


def three_shots(path="three-shots.mp4"):
    shots = [(1, "A harbour at dawn, wide"), (2, "A fisherman mends a net"), (1, "A boat sails out to sea")]
    save(create({
        "model_name": "kling-v3-omni", "mode": "std", "aspect_ratio": "16:9", "duration": str(sum(seconds for seconds, _ in shots)),
        "multi_shot": True, "shot_type": "customize",
        "multi_prompt": [{"index": i, "prompt": prompt, "duration": str(seconds)} for i, (seconds, prompt) in enumerate(shots, 1)],
    }), path)


def refusal():
    try:
        create({"model_name": "kling-v3-omni", "prompt": "A kite", "mode": "720p", "duration": "99"})
    except Refused as refused:
        print(f"HTTP {refused.status}, request {refused.request_id}")
        for fault in refused.errors:
            print(f"{fault['field']}: rule {fault['rule']}: {fault['message']}")


if __name__ == "__main__":
    verbs = {"film": film, "first-frame": first_frame, "three-shots": three_shots, "refusal": refusal}
    if len(sys.argv) < 2 or sys.argv[1] not in verbs:
        sys.exit(__doc__)
    if not os.environ.get("OMNIREEL_KEY"):
        sys.exit("Set OMNIREEL_KEY to the key that the server was started with.")
    verbs[sys.argv[1]](*sys.argv[2:])
