# caught by: two thousand segments
# The smallest of a handful of heads is quickly found by looking at all of them; with 2,000 segments each key costs 2,000 looks.
def read_merged(*segments):
    sources = [iter(segment) for segment in segments]
    heads = [next(source, None) for source in sources]
    while any(head is not None for head in heads):
        key = min(head[0] for head in heads if head is not None)
        found = [i for i, head in enumerate(heads) if head is not None and head[0] == key]
        value = heads[found[0]][1]
        if value is not None:
            yield key, value
        for i in found:
            heads[i] = next(sources[i], None)
