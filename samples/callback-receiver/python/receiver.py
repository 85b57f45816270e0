#!/usr/bin/env python3
"""WEBHOOK_SECRET="whsec_NEW whsec_OLD" python3 receiver.py [PORT]

Takes callbacks: verifies each by the standard library alone, answers at once, and shows it. What was changed on its way is answered 401.
"""
import base64
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOLERANCE = 300  # seconds, in either direction
LONGEST = 1 << 20
SEEN = set()  # a table of your database, in earnest: it must outlive restarts


def is_genuine(secrets, headers, body):
    """Whether one of the secrets signed these bytes, not long ago (Standard Webhooks)."""
    sent_id, sent_at = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not sent_id or not sent_at.isascii() or not sent_at.isdigit() or abs(time.time() - int(sent_at)) > TOLERANCE:
        return False
    given = [one[3:].encode() for one in headers.get("webhook-signature", "").split(" ") if one.startswith("v1,")]
    text = f"{sent_id}.{sent_at}.".encode() + body
    right = [base64.b64encode(hmac.new(base64.b64decode(secret.removeprefix("whsec_")), text, hashlib.sha256).digest()) for secret in secrets]
    # All of them, whatever was found: the time it takes tells nothing.
    return any([hmac.compare_digest(one, other) for one in given for other in right])


class Receiver(BaseHTTPRequestHandler):
    timeout = 15

    def do_POST(self):
        length = self.headers.get("content-length", "")
        if not length.isdigit() or int(length) > LONGEST:
            self.answer(413)
            return
        body = self.rfile.read(int(length))
        if not is_genuine(SECRETS, self.headers, body):
            print("turned away", flush=True)
            self.answer(401)
            return
        self.answer(204)
        event = self.headers["webhook-id"]
        if event in SEEN:
            return  # the same event once more
        SEEN.add(event)
        task = json.loads(body)
        videos = task["task_result"].get("videos", [])
        print("task", task["task_id"], task["task_status"], task["task_status_msg"] or "".join(video["url"] for video in videos), flush=True)

    def answer(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    SECRETS = os.environ.get("WEBHOOK_SECRET", "").split()
    if not SECRETS:
        sys.exit("Set WEBHOOK_SECRET to the secret that ./omnireel callbacks rotate-secret shows; two, with a blank between, while you change it.")
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 3000), Receiver)
    print(f"listens on http://127.0.0.1:{server.server_port}/hook", flush=True)
    server.serve_forever()
