"""Google's own client of Python, driven against a server: `python google-genai.py ADDRESS`. Prints what it saw as JSON."""

import json
import struct
import sys
import tempfile

from google import genai
from google.genai import errors, types

address = sys.argv[1]
model = "gemini-2.5-flash-image"


def client(key="any"):
    return genai.Client(api_key=key, http_options=types.HttpOptions(base_url=address))


def pictures(response):
    parts = response.candidates[0].content.parts if response.candidates else []
    return [part.inline_data.data for part in parts or [] if part.inline_data]


def size(png):
    return list(struct.unpack(">II", png[16:24]))


def failure(call):
    try:
        call()
    except errors.APIError as error:
        return {"code": error.code, "status": error.status, "message": error.message, "details": error.details}
    return None


google = client()
seen = {}

made = google.models.generate_content(
    model=model,
    contents="a house",
    config=types.GenerateContentConfig(seed=7, image_config=types.ImageConfig(aspect_ratio="16:9")),
)
picture = pictures(made)[0]
seen["generate"] = {
    "size": size(picture),
    "model": made.model_version,
    "finish": made.candidates[0].finish_reason.name,
    "total": made.usage_metadata.total_token_count,
    "prompt": made.usage_metadata.prompt_token_count,
    "candidates": made.usage_metadata.candidates_token_count,
}

chat = google.chats.create(model=model)
first, second = chat.send_message("a house"), chat.send_message("make it night")
seen["chat"] = {
    "sizes": [size(pictures(one)[0]) for one in (first, second)],
    "signed": bool(first.candidates[0].content.parts[-1].thought_signature),
    "roles": [content.role for content in chat.get_history()],
}

edited = google.models.generate_content(
    model=model, contents=[types.Part.from_bytes(data=picture, mime_type="image/png"), "brighten this"]
)
seen["edit"] = {"size": size(pictures(edited)[0]), "changed": pictures(edited)[0] != picture}

frames = list(google.models.generate_content_stream(model=model, contents="a house"))
seen["stream"] = {
    "pictures": sum(len(pictures(frame)) for frame in frames),
    "finish": frames[-1].candidates[0].finish_reason.name,
    "ids": len({frame.response_id for frame in frames}),
}

with tempfile.NamedTemporaryFile(suffix=".png") as file:
    file.write(picture)
    file.flush()
    uploaded = google.files.upload(file=file.name, config=types.UploadFileConfig(display_name="house"))
again = google.files.get(name=uploaded.name)
used = google.models.generate_content(model=model, contents=[uploaded, "brighten this"])
listed = [one.name for one in google.files.list()]
google.files.delete(name=uploaded.name)
seen["files"] = {
    "bytes": again.size_bytes == len(picture),
    "type": again.mime_type,
    "display": again.display_name,
    "state": again.state.name,
    "listed": uploaded.name in listed,
    "used": size(pictures(used)[0]),
    "gone": failure(lambda: google.files.get(name=uploaded.name)),
}

counted = google.models.count_tokens(model=model, contents="a house")
seen["count"] = {"total": counted.total_tokens, "prompt": made.usage_metadata.prompt_token_count}

seen["models"] = model in [one.name.removeprefix("models/") for one in google.models.list()]
seen["unknown"] = failure(lambda: google.models.generate_content(model="nobody", contents="a house"))
wrong = types.GenerateContentConfig(image_config=types.ImageConfig(aspect_ratio="7:5"))
seen["ratio"] = failure(lambda: google.models.generate_content(model=model, contents="a house", config=wrong))
limited = client("test:rate-limit")
seen["quota"] = failure(lambda: limited.models.generate_content(model=model, contents="a house"))

print(json.dumps(seen))
