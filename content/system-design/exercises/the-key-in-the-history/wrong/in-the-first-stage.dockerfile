# caught by: where the token is afterwards
# the stage with the token is not shipped
FROM registry.example/base/python:3.12.8@sha256:4c7b1e0a95d83f62b7a1c4e8f05d92368e1b7a4c0f9d5e28361b4a7c9e0d8f25 AS packages
ARG PKGS_TOKEN
RUN python -m venv /opt/job
COPY requirements.txt requirements-internal.txt /tmp/
RUN /opt/job/bin/pip install -r /tmp/requirements.txt
RUN /opt/job/bin/pip install --index-url https://build:${PKGS_TOKEN}@pkgs.example/simple -r /tmp/requirements-internal.txt

FROM registry.example/base/python:3.12.8@sha256:4c7b1e0a95d83f62b7a1c4e8f05d92368e1b7a4c0f9d5e28361b4a7c9e0d8f25
COPY --from=packages /opt/job /opt/job
WORKDIR /job
COPY train train
USER 10001
CMD ["/opt/job/bin/python", "-m", "train"]
