# The environment is activated for one line, and named by a variable.
# syntax=docker/dockerfile:1
FROM python:3.12-slim-bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends build-essential \
    && rm -rf /var/lib/apt/lists/*
ENV VIRTUAL_ENV=/opt/venv
RUN python -m venv $VIRTUAL_ENV
COPY requirements.txt .
RUN . /opt/venv/bin/activate && pip install --no-cache-dir --require-hashes -r requirements.txt

FROM python:3.12-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends libgomp1 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /opt/venv /opt/venv
ENV VIRTUAL_ENV=/opt/venv UVICORN_HOST=0.0.0.0 UVICORN_PORT=8080
ENV PATH="$VIRTUAL_ENV/bin:$PATH"
WORKDIR /srv
COPY app/ app/
USER 10001
EXPOSE 8080
CMD ["uvicorn", "app.main:app"]
