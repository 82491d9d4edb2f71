"""A fleet over many processes or machines: `audit_many` mapped over the partitions of a Dask bag.

    pip install 'dcs-audit[fleet]'
    python examples/dask_fleet.py units.jsonl 2026-11-20

Here Dask runs a cluster on this machine; give `Client` the address of a scheduler to use others. Only records
and counts travel; each partition reads the rulebook once, which takes as long as some twenty units.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date

from dcs_audit import Failure, audit_many, load_rulebook


def ratings(records: Iterable[str], as_of: date, packs: tuple[str, ...] = ()) -> list[tuple[str | None, int]]:
    """How many units of a partition have each rating; those that could not be audited count under `failed`."""
    lines = (record.encode("utf-8") for record in records if record.strip())
    counts = Counter(
        "failed" if isinstance(found, Failure) else found.summary.rating
        for found in audit_many(lines, load_rulebook(packs), as_of)
    )
    return list(counts.items())


def total(path: str, as_of: date, partition: int | str = "16MiB") -> Counter[str | None]:
    """The ratings of all units of a JSON Lines file, `partition` bytes at a time."""
    import dask.bag

    found: Counter[str | None] = Counter()
    for rating, units in dask.bag.read_text(path, blocksize=partition).map_partitions(ratings, as_of).compute():
        found[rating] += units
    return found


if __name__ == "__main__":
    from dask.distributed import Client, LocalCluster

    with LocalCluster(threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster):
        for rating, units in total(sys.argv[1], date.fromisoformat(sys.argv[2])).most_common():
            print(f"{units:>8}  {rating}")
