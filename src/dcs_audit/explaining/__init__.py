"""Why a duty has its verdict: the law, the facts, the arithmetic, and what would change it."""
