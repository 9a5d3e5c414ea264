# python spawn
import asyncio, concurrent.futures, multiprocessing, os, subprocess, sys

assert subprocess.run(["sh", "-c", "echo a | tr a b | sort; ls / > /dev/null; cat /usr/lib/os-release | head -1 | wc -c"], capture_output=True, text=True, check=True).stdout
assert os.system("true") == 0 and os.popen("expr 1 + 1").read() == "2\n"
assert subprocess.run([sys.executable, "-c", "import json, ctypes, ssl, sqlite3; print(input())"], input="in\n", capture_output=True, text=True, check=True).stdout == "in\n"
with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True) as process:
    process.communicate(b"text", timeout=5)
process = subprocess.Popen(["sleep", "60"])
process.terminate()
process.wait()
os.waitpid(os.posix_spawn("/bin/true", ["true"], os.environ), 0)


async def main():
    process = await asyncio.create_subprocess_exec("echo", "x", stdout=asyncio.subprocess.PIPE)
    assert (await process.communicate())[0] == b"x\n"


asyncio.run(main())
# What a `spawn` pool runs must be importable, which a program's own main.py is not.
with multiprocessing.get_context("spawn").Pool(2) as pool:
    assert pool.map(abs, [-1, 2]) == [1, 2]
with concurrent.futures.ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
    assert list(pool.map(abs, [-3])) == [3]
subprocess.run("cd \"$TMPDIR\" && mkdir a && touch a/b && cp a/b a/c && mv a/c a/d && grep -r x a; find a | xargs ls -l && tar cf e.tar a && gzip e.tar && rm -r a && date", shell=True, check=True)
