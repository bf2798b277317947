"""Opening hours by another road: Python's own zone data, and a walk forward minute by minute.

Reads [{"hours": {...}, "at": "2026-11-23T01:00:00Z"}, ...] from stdin and writes the same list with "open" and, unless it
never closes, "change": the minute at which that changes. Nothing here is shared with src/report/hours.ts.
"""
import datetime as dt
import json
import sys
import zoneinfo

MINUTE = dt.timedelta(minutes=1)


def is_open(hours, at):
    local = at.astimezone(zoneinfo.ZoneInfo(hours["zone"]))
    clock = local.strftime("%H:%M")
    return any(local.isoweekday() in span["days"] and span["from"] <= clock < span["to"] for span in hours["weekly"])


def judged(case):
    hours, at = case["hours"], dt.datetime.fromisoformat(case["at"].replace("Z", "+00:00"))
    if hours["weekly"] == "always":
        return {**case, "open": True, "change": None}
    now = is_open(hours, at)
    change = at.replace(second=0, microsecond=0) + MINUTE
    while is_open(hours, change) == now:
        change += MINUTE
    return {**case, "open": now, "change": change.strftime("%Y-%m-%dT%H:%M:%SZ")}


json.dump([judged(case) for case in json.load(sys.stdin)], sys.stdout, indent=1)
