"""Effects, pooling behind its gate, power, and what a change can be held against."""
