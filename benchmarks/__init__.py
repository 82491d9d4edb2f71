"""Measurements that people can repeat: `python -m benchmarks`. They print figures and assert none."""
