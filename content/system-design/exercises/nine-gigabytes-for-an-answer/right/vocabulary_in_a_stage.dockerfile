# The vocabulary is fetched in a stage of its own; caches are mounted.
# syntax=docker/dockerfile:1
ARG CUDA=12.6.3
FROM scratch AS vocabulary
ADD --checksum=sha256:9f2c4e6a81b3d5f7092a4c6e8b1d3f507294a6c8e0b2d4f61830527496b8dace https://models.example/translate/v7/vocabulary.model /vocabulary.model

FROM nvidia/cuda:${CUDA}-devel-ubuntu24.04 AS build
RUN --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && apt-get install -y --no-install-recommends python3-venv python3-dev
ENV VIRTUAL_ENV=/opt/translate PATH=/opt/translate/bin:$PATH
RUN python3 -m venv /opt/translate
RUN --mount=type=cache,target=/root/.cache/pip --mount=type=bind,source=requirements.txt,target=/tmp/requirements.txt \
    pip install -r /tmp/requirements.txt
RUN --mount=type=cache,target=/root/.cache/pip --mount=type=bind,source=kernels,target=/tmp/kernels,rw \
    pip install --no-deps /tmp/kernels

FROM nvidia/cuda:${CUDA}-runtime-ubuntu24.04 AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends python3 && rm -rf /var/lib/apt/lists/*
ENV PATH=/opt/translate/bin:$PATH
WORKDIR /srv
COPY --from=build /opt/translate /opt/translate
COPY --from=vocabulary /vocabulary.model ./
COPY server ./server
USER 65532:65532
EXPOSE 9000
CMD ["python", "-m", "server.app", "--port", "9000"]
