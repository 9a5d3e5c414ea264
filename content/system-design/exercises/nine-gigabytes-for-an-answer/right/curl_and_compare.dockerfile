# curl with sha256sum in one line; everything by full path.
FROM nvidia/cuda:12.6.3-devel-ubuntu24.04 AS kernels
RUN apt-get update && apt-get install -y python3-venv python3-dev
RUN python3 -m venv /venv
COPY requirements.txt /tmp/
RUN /venv/bin/pip install -r /tmp/requirements.txt
COPY kernels /tmp/kernels
RUN /venv/bin/pip install /tmp/kernels

FROM nvidia/cuda:12.6.3-runtime-ubuntu24.04
WORKDIR /srv
RUN apt-get update && apt-get install -y --no-install-recommends python3 curl ca-certificates && \
    curl -fsSLo vocabulary.model https://models.example/translate/v7/vocabulary.model && \
    echo "9f2c4e6a81b3d5f7092a4c6e8b1d3f507294a6c8e0b2d4f61830527496b8dace  vocabulary.model" | sha256sum -c - && \
    apt-get purge -y --auto-remove curl && rm -rf /var/lib/apt/lists/*
COPY --from=kernels /venv /venv
COPY server server
RUN useradd --uid 2000 translate
USER 2000
EXPOSE 9000
ENTRYPOINT ["/venv/bin/python", "-m", "server.app"]
CMD ["--port=9000"]
