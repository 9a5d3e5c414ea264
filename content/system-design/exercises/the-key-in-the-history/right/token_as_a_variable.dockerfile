# The secret as a variable of one line; a stage that builds wheels.
# syntax=docker/dockerfile:1
ARG BASE=registry.example/base/python:3.12.8@sha256:4c7b1e0a95d83f62b7a1c4e8f05d92368e1b7a4c0f9d5e28361b4a7c9e0d8f25
FROM ${BASE} AS packages
RUN python -m venv /opt/job
COPY requirements.txt requirements-internal.txt /tmp/
RUN /opt/job/bin/pip install -r /tmp/requirements.txt
RUN --mount=type=secret,id=pkgs_token,env=PKGS_TOKEN,required=true \
    PIP_EXTRA_INDEX_URL="https://build:${PKGS_TOKEN}@pkgs.example/simple" /opt/job/bin/pip install -r /tmp/requirements-internal.txt

FROM ${BASE}
COPY --from=packages /opt/job /opt/job
WORKDIR /work
COPY train /work/train
USER 1001:1001
CMD ["/opt/job/bin/python", "-m", "train"]
