# caught by: how it is stopped
# the command is written as one types it
# syntax=docker/dockerfile:1
FROM registry.example/base/python:3.12.8@sha256:4c7b1e0a95d83f62b7a1c4e8f05d92368e1b7a4c0f9d5e28361b4a7c9e0d8f25
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
ENTRYPOINT python -m train
