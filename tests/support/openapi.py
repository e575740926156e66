# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads an OpenAPI 3 document, and compares answers with it: as much of JSON Schema as ours uses.

    document = Document(text)
    for operation in document.operations(): operation.method, operation.path, operation.statuses
    faults = operation.faults(200, headers, body)
"""
import datetime
import json
import re

import yaml

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
KNOWN = {"type", "required", "properties", "additionalProperties", "items", "anyOf", "enum", "pattern", "format", "maxLength",
         "description"}


class Document:
    def __init__(self, text):
        self.root = yaml.safe_load(text)

    def resolve(self, node):
        """What a reference stands for; anything else as it is."""
        while isinstance(node, dict) and "$ref" in node:
            at = self.root
            for name in node["$ref"].removeprefix("#/").split("/"):
                at = at[name]
            node = at
        return node

    def operations(self):
        return [Operation(self, method, path, item[method]) for path, item in self.root["paths"].items()
                for method in METHODS if method in item]

    def schema_faults(self, value, schema, where=""):
        """Sentences about how the value is not as the schema says."""
        schema = self.resolve(schema)
        unknown = set(schema) - KNOWN
        if unknown:
            return [f"{where}: this test does not know {unknown}"]
        if "anyOf" in schema:
            found = [self.schema_faults(value, one, where) for one in schema["anyOf"]]
            return [] if any(not faults for faults in found) else [f"{where}: {value!r} is none of what it may be: {found}"]
        faults = []
        kind = TYPES.get(schema.get("type"))
        if kind and (not isinstance(value, kind) or (kind is int and isinstance(value, bool))):
            return [f"{where}: {value!r} is no {schema['type']}"]
        if "enum" in schema and value not in schema["enum"]:
            faults.append(f"{where}: {value!r} is not in {schema['enum']}")
        if "pattern" in schema and not re.search(schema["pattern"], value):
            faults.append(f"{where}: {value!r} is not like {schema['pattern']}")
        if schema.get("format") == "date-time":
            datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
        if kind is list:
            for i, item in enumerate(value):
                faults += self.schema_faults(item, schema["items"], f"{where}[{i}]")
        if kind is dict:
            faults += self._object_faults(value, schema, where)
        return faults

    def _object_faults(self, value, schema, where):
        properties = schema.get("properties", {})
        faults = [f"{where}: there is no {name}" for name in schema.get("required", []) if name not in value]
        for name, member in value.items():
            if name in properties:
                faults += self.schema_faults(member, properties[name], f"{where}.{name}")
            elif schema.get("additionalProperties") is False:
                faults.append(f"{where}: {name} is not in the description")
        return faults


class Operation:
    def __init__(self, document, method, path, node):
        self.document = document
        self.method = method.upper()
        self.path = path
        self.node = node
        self.responses = {int(status): document.resolve(response) for status, response in node["responses"].items()}

    def __str__(self):
        return f"{self.method} {self.path}"

    def examples(self, status):
        """The values of all examples for the body of an answer."""
        values = []
        for media in self.responses[status].get("content", {}).values():
            if "example" in media:
                values.append(media["example"])
            values += [self.document.resolve(example)["value"] for example in media.get("examples", {}).values()]
        return values

    def example_faults(self):
        faults = []
        for status, response in self.responses.items():
            for media in response.get("content", {}).values():
                for value in self.examples(status):
                    faults += self.document.schema_faults(value, media["schema"], f"{self} {status} example")
        return faults

    def faults(self, status, headers, body):
        """How an answer is not as described. headers: a dict, names in lower case."""
        if status not in self.responses:
            return [f"{self}: {status} is not in the description: {body[:200]!r}"]
        response = self.responses[status]
        faults = []
        for name, header in response.get("headers", {}).items():
            value = headers.get(name.lower())
            schema = self.document.resolve(header).get("schema", {})
            if value is None:
                faults.append(f"{self} {status}: there is no header {name}")
            else:
                faults += self.document.schema_faults(value, schema, f"{self} {status} {name}")
        if "content" not in response:
            return faults + ([f"{self} {status}: there is a body: {body[:100]!r}"] if body else [])
        media_type = headers.get("content-type", "").partition(";")[0]
        if media_type not in response["content"]:
            return faults + [f"{self} {status}: the body is {media_type}"]
        whole = json.loads(body) if media_type == "application/json" else body.decode()
        faults += self.document.schema_faults(whole, response["content"][media_type]["schema"], f"{self} {status}")
        told = self.value(headers, body)
        if status >= 400 and self.examples(status) and told not in self.examples(status):
            faults.append(f"{self} {status}: {told!r} is not among the examples")
        return faults

    @staticmethod
    def value(headers, body):
        """What an answer says: parsed where it is JSON, without its newline where it is text."""
        is_json = headers.get("content-type", "").startswith("application/json")
        return json.loads(body) if is_json else body.decode().removesuffix("\n")
