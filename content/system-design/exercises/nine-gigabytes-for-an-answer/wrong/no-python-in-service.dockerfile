# caught by: there is a Python
# the environment has a python of its own, as one sees in its bin
# syntax=docker/dockerfile:1
FROM nvidia/cuda:12.6.3-devel-ubuntu24.04 AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends python3 python3-venv python3-dev \
    && rm -rf /var/lib/apt/lists/*
RUN python3 -m venv /opt/venv
WORKDIR /build
COPY requirements.txt .
RUN /opt/venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt
COPY kernels/ kernels/
RUN /opt/venv/bin/pip install --no-cache-dir --no-deps ./kernels

FROM nvidia/cuda:12.6.3-runtime-ubuntu24.04
COPY --from=build /opt/venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /srv
ADD --checksum=sha256:9f2c4e6a81b3d5f7092a4c6e8b1d3f507294a6c8e0b2d4f61830527496b8dace --chmod=444 https://models.example/translate/v7/vocabulary.model /srv/vocabulary.model
COPY server/ server/
USER 10001
EXPOSE 9000
CMD ["python", "-m", "server.app", "--port", "9000"]
