"""The oracles of the test vectors and the choice of their rows."""
