"""What every test needs: Qt without a screen, and no trace in the user's own folders."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("CLAUSEBOOK_LANGUAGE", "en")
