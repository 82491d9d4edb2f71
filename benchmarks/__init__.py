"""Measurements that people can repeat: `python -m benchmarks`. They print figures and assert none.

Peers and the libraries of all formats come with `pip install -e '.[bench,reports]'`. pip-audit and checkov bring other
versions of libraries than ours, so they go into an environment of their own: `BENCH_TOOLS` names the folder of its
programs. Without it they are looked for on PATH.

    python -m venv TOOLS && TOOLS/bin/pip install pip-audit checkov && BENCH_TOOLS=TOOLS/bin python -m benchmarks

What is not installed is said to be so and left out.
"""
