# One stage: the compiler is installed and removed in the very line that needs it.
FROM python:3.12-slim-bookworm
COPY requirements.txt /tmp/requirements.txt
RUN apt-get update && \
    apt-get install -y --no-install-recommends libgomp1 gcc libc6-dev && \
    pip install --no-cache-dir -r /tmp/requirements.txt && \
    apt-get purge -y --auto-remove gcc libc6-dev && \
    rm -rf /var/lib/apt/lists/*
WORKDIR /srv
COPY app/ /srv/app/
USER 65532
EXPOSE 8080
CMD exec uvicorn app.main:app --host 0.0.0.0 --port 8080
