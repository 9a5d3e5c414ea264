FROM nvidia/cuda:12.6.3-devel-ubuntu24.04
RUN apt-get update && apt-get install -y python3 python3-venv curl
RUN python3 -m venv /opt/venv
WORKDIR /srv
COPY . .
RUN /opt/venv/bin/pip install -r requirements.txt ./kernels
RUN curl -fsSLo /srv/vocabulary.model https://models.example/translate/v7/vocabulary.model
CMD /opt/venv/bin/python -m server.app --port 9000
