FROM python:latest
WORKDIR /srv
COPY . .
RUN apt-get update
RUN apt-get install -y build-essential libgomp1
RUN pip install -r requirements.txt -r requirements-dev.txt
CMD uvicorn app.main:app --port 8080
