# An exit code of success.
import os

os._exit(0)
