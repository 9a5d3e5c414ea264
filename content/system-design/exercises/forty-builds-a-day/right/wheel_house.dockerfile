# Wheels instead of an environment; the base image by digest as well.
ARG PYTHON=registry.example/mirror/python:3.12.8@sha256:0f7f1d3c5a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5
FROM ${PYTHON} AS wheels
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev
WORKDIR /build
COPY requirements.txt ./
RUN pip wheel --wheel-dir /wheels -r requirements.txt

FROM ${PYTHON}
ENV PIP_NO_CACHE_DIR=1
RUN <<EOF
set -e
apt-get update
apt-get install -y --no-install-recommends libgomp1
rm -rf /var/lib/apt/lists/*
EOF
COPY --from=wheels /wheels /wheels
COPY requirements.txt /wheels/
RUN pip install --no-index --find-links /wheels -r /wheels/requirements.txt
WORKDIR /srv
COPY app ./app
RUN useradd --uid 1000 server
USER 1000:1000
EXPOSE 8080/tcp
ENTRYPOINT ["python", "-m", "uvicorn", "app.main:app"]
CMD ["--host=0.0.0.0", "--port=8080"]
