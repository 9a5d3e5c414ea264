FROM registry.example/base/python:3.12.8
ARG PKGS_TOKEN
WORKDIR /job
COPY . .
RUN pip install -r requirements.txt
RUN pip install --extra-index-url https://build:${PKGS_TOKEN}@pkgs.example/simple -r requirements-internal.txt
CMD python -m train
