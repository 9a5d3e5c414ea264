# csv, json, ini, xml, toml, base64, html.
import base64
import configparser
import csv
import html
import io
import json
import tomllib
import xml.etree.ElementTree as ET


def double(number):
    (row,) = csv.DictReader(io.StringIO(f"number\n{number}\n"))
    one = json.loads(json.dumps({"n": int(row["number"])}))["n"]
    config = configparser.ConfigParser()
    config.read_string(f"[a]\nn = {one}")
    other = tomllib.loads(f"n = {config['a']['n']}")["n"]
    tree = ET.fromstring(f"<n>{base64.b64decode(base64.b64encode(str(other).encode())).decode()}</n>")
    return one + int(html.unescape(html.escape(tree.text)))
