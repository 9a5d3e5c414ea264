-- Machine code in the server's process.
LOAD '/lib/x86_64-linux-gnu/libc.so.6'
