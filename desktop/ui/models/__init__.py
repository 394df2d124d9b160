"""Qt item models: they answer, they never save."""
