# zip, tar, gzip, bzip2, lzma.
import bz2
import gzip
import io
import lzma
import tarfile
import zipfile


def double(number):
    data = str(number).encode()
    for module in (gzip, bz2, lzma):
        data = module.decompress(module.compress(data))
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("number", data)
    with tarfile.open("numbers.tar.gz", "w:gz") as archive:
        information = tarfile.TarInfo("number")
        information.size = len(data)
        archive.addfile(information, io.BytesIO(data))
    with tarfile.open("numbers.tar.gz") as archive:
        one = int(archive.extractfile("number").read())
    return one + int(zipfile.ZipFile(box).read("number"))
