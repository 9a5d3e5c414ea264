# python
import bz2, dbm.dumb, fcntl, glob, gzip, lzma, mmap, os, pathlib, pickle, shelve, shutil, sqlite3, stat, tarfile, tempfile, zipfile

for folder in (os.getcwd(), tempfile.gettempdir(), "/dev/shm"):
    os.chdir(tempfile.mkdtemp(dir=folder))
    with open("a.txt", "w+") as file:
        file.write("line\n" * 5000)
        file.flush()
        os.fsync(file.fileno())
        os.fdatasync(file.fileno())
        file.seek(0)
        assert file.readline() == "line\n" and not file.isatty() and file.tell() == 5
        file.truncate(100)
        fcntl.flock(file, fcntl.LOCK_EX)
        fcntl.lockf(file, fcntl.LOCK_UN)
        os.pwrite(file.fileno(), b"x", 3)
        assert os.pread(file.fileno(), 1, 3) == b"x"
        os.pwritev(file.fileno(), [b"y", b"z"], 0)
        os.preadv(file.fileno(), [bytearray(2)], 0)
        os.posix_fallocate(file.fileno(), 0, 4096)
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_SEQUENTIAL)
        os.fchmod(file.fileno(), 0o600)
        with mmap.mmap(file.fileno(), 0) as view:
            view[0:2] = b"ab"
            view.flush()
            view.madvise(mmap.MADV_RANDOM)
    os.close(os.dup(0))
    os.link("a.txt", "b.txt")
    os.symlink("a.txt", "c.txt")
    assert os.readlink("c.txt") == "a.txt" and os.path.samefile("a.txt", "b.txt")
    os.mkfifo("pipe")
    os.rename("b.txt", "d.txt")
    os.replace("d.txt", "e.txt")
    os.chmod("e.txt", stat.S_IRUSR | stat.S_IWUSR)
    os.utime("e.txt", (1, 1))
    os.truncate("e.txt", 10)
    os.access("e.txt", os.R_OK)
    os.lstat("c.txt")
    os.statvfs(".")
    os.umask(0o077)
    os.makedirs("f/g/h")
    shutil.copy2("e.txt", "f/g/h")
    shutil.copytree("f", "i")
    shutil.move("i", "j")
    shutil.disk_usage(".")
    assert [path.name for path in pathlib.Path("j").rglob("*.txt")] == glob.glob("*.txt", root_dir="j/g/h")
    list(os.walk("."))
    with os.scandir(".") as entries:
        [entry.stat() for entry in entries]
    handle = os.open(".", os.O_RDONLY | os.O_DIRECTORY)
    os.listdir(handle)
    os.fchdir(handle)
    os.stat("a.txt", dir_fd=handle)
    os.close(handle)
    with tempfile.TemporaryFile() as one, tempfile.NamedTemporaryFile() as two, tempfile.SpooledTemporaryFile() as three:
        one.write(b"1"), two.write(b"2"), three.write(b"3")
    with open("a.txt", "rb") as source, open("k.txt", "wb") as target:
        os.sendfile(target.fileno(), source.fileno(), 0, 10)
        os.copy_file_range(source.fileno(), target.fileno(), 10)
    for module in (gzip, bz2, lzma):
        with module.open("l", "wt") as file:
            file.write("packed")
    with zipfile.ZipFile("m.zip", "w") as archive:
        archive.write("a.txt")
    with tarfile.open("n.tar.gz", "w:gz") as archive:
        archive.add("j")
    with tarfile.open("n.tar.gz") as archive:
        archive.extractall("o")
    with shelve.Shelf(dbm.dumb.open("p")) as shelf:
        shelf["key"] = [1, 2]
    pickle.load(open("q", "rb")) if pickle.dump({1: 2}, open("q", "wb")) else None
    database = sqlite3.connect("r.db")
    database.execute("pragma journal_mode = wal")
    database.execute("create table t (x)")
    with database:
        database.executemany("insert into t values (?)", [(number,) for number in range(1000)])
    database.execute("vacuum")
    other = sqlite3.connect("r.db", timeout=1)
    assert other.execute("select count(*) from t").fetchone() == (1000,)
    other.execute("pragma journal_mode = delete") if database.close() is None else None
    other.close()
    shutil.rmtree("j")
    os.unlink("c.txt")
    os.remove("e.txt")
    os.rmdir("f/g") if shutil.rmtree("f/g/h") is None else None
    try:
        os.getxattr("a.txt", "user.none")
    except OSError:
        pass
