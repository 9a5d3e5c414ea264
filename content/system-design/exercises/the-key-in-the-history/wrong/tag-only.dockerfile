# caught by: what it begins with
# the tag names the release to the last digit
# syntax=docker/dockerfile:1
FROM registry.example/base/python:3.12.8
WORKDIR /job
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY requirements-internal.txt .
RUN --mount=type=secret,id=pkgs_token \
    pip install --no-cache-dir \
      --index-url "https://build:$(cat /run/secrets/pkgs_token)@pkgs.example/simple" \
      -r requirements-internal.txt
COPY train/ train/
RUN useradd --uid 10001 train
USER train
ENTRYPOINT ["python", "-m", "train"]
