# syntax=docker/dockerfile:1
FROM python:3.12-slim-bookworm AS build
# gcc stays in this stage.
RUN apt-get update \
    && apt-get install -y --no-install-recommends build-essential \
    && rm -rf /var/lib/apt/lists/*
# An environment of its own can be copied as a whole, to the same path.
RUN python -m venv /opt/venv
# Only the list of packages decides whether they are installed again.
COPY requirements.txt .
RUN /opt/venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt

FROM python:3.12-slim-bookworm
# Update and installation in one line, and the lists gone at its end: no layer holds them.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libgomp1 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /opt/venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /srv
# What changes forty times a day comes last, and by name.
COPY app/ app/
# A number: Kubernetes can tell that it is not root.
USER 10001
EXPOSE 8080
# The server is process 1 and hears SIGTERM.
CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0", "--port", "8080"]
