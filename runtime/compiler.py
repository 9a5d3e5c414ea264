"""What torch.compile needs so that its compiler (inductor, with the machine's C++ compiler) works in a job with that permission."""
import os
import sys


def prepare(home):
    """Its cache is the job's; everything is compiled in the job's own process, which has few others and little disk."""
    os.environ["TORCHINDUCTOR_CACHE_DIR"] = os.path.join(home, ".inductor")
    os.environ["TORCHINDUCTOR_COMPILE_THREADS"] = "1"
    os.environ["TORCHINDUCTOR_CPP_CACHE_PRECOMPILE_HEADERS"] = "0"
    settings = sys.modules.get("torch._inductor.config")  # may have read the environment already
    if settings is not None:
        settings.compile_threads = 1
        settings.cpp_cache_precompile_headers = False
