# sqlite, with a transaction, a function of its own, a write-ahead log.
import sqlite3


def double(number):
    with sqlite3.connect(":memory:") as memory, sqlite3.connect("numbers.db") as file:
        file.execute("PRAGMA journal_mode=WAL")
        memory.create_function("twice", 1, lambda value: 2 * value)
        file.execute("CREATE TABLE IF NOT EXISTS numbers (n INTEGER)")
        file.execute("DELETE FROM numbers")
        file.execute("INSERT INTO numbers VALUES (?)", (number,))
        file.commit()
        (kept,) = file.execute("SELECT n FROM numbers").fetchone()
        return memory.execute("SELECT twice(?)", (kept,)).fetchone()[0]
