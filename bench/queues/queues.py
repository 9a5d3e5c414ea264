"""The models of the simulation's benchmark in Python: `queues.py <plain | simpy> <mm1 | mm16 | tandem> <customers> <seed>`.

Prints CPU seconds and the mean response as JSON. Both are written as their users write them: a loop over heapq; a process a customer.
"""

import heapq
import json
import random
import sys
import time
from collections import OrderedDict, deque
from itertools import accumulate

KEYS, SKEW, CAPACITY, SHARDS = 100_000, 0.9, 10_000, 16


def key_weights():
    return list(accumulate((key + 1) ** -SKEW for key in range(KEYS)))


def plain_station(customers, servers, rng):
    rate = 0.8 * servers
    waiting, events, total, busy, made = deque(), [], 0.0, 0, 1
    heapq.heappush(events, (rng.expovariate(rate), 0, None))
    sequence = 1
    while events:
        now, _, born = heapq.heappop(events)
        if born is None:
            if made < customers:
                made += 1
                heapq.heappush(events, (now + rng.expovariate(rate), sequence, None))
                sequence += 1
            if busy == servers:
                waiting.append(now)
                continue
            busy += 1
            born = now
        else:
            total += now - born
            if not waiting:
                busy -= 1
                continue
            born = waiting.popleft()
        heapq.heappush(events, (now + rng.expovariate(1), sequence, born))
        sequence += 1
    return total / customers


def plain_tandem(customers, rng, draw_keys):
    rate, app_time, store_time = 20_000, 0.00064, 0.001
    keys = draw_keys(customers)
    app, stores = deque(), [deque() for _ in range(SHARDS)]
    busy, working = 0, [False] * SHARDS
    cache, events, total, made = OrderedDict(), [(rng.expovariate(rate), 0, 0, 0.0, 0)], 0.0, 1
    sequence = 1
    while events:
        now, _, kind, born, key = heapq.heappop(events)
        if kind == 0:
            key = keys[made - 1]
            if made < customers:
                made += 1
                heapq.heappush(events, (now + rng.expovariate(rate), sequence, 0, 0.0, 0))
                sequence += 1
            if busy < 16:
                busy += 1
                heapq.heappush(events, (now + rng.expovariate(1 / app_time), sequence, 1, now, key))
                sequence += 1
            else:
                app.append((now, key))
        elif kind == 1:
            if app:
                next_born, next_key = app.popleft()
                heapq.heappush(events, (now + rng.expovariate(1 / app_time), sequence, 1, next_born, next_key))
                sequence += 1
            else:
                busy -= 1
            if key in cache:
                cache.move_to_end(key)
                total += now - born
            elif working[key % SHARDS]:
                stores[key % SHARDS].append((born, key))
            else:
                working[key % SHARDS] = True
                heapq.heappush(events, (now + rng.expovariate(1 / store_time), sequence, 2, born, key))
                sequence += 1
        else:
            total += now - born
            cache[key] = True
            if len(cache) > CAPACITY:
                cache.popitem(last=False)
            queue = stores[key % SHARDS]
            if queue:
                next_born, next_key = queue.popleft()
                heapq.heappush(events, (now + rng.expovariate(1 / store_time), sequence, 2, next_born, next_key))
                sequence += 1
            else:
                working[key % SHARDS] = False
    return total / customers


def simpy_station(customers, servers, rng):
    import simpy

    environment = simpy.Environment()
    resource = simpy.Resource(environment, servers)
    total = 0.0

    def customer():
        nonlocal total
        born = environment.now
        with resource.request() as request:
            yield request
            yield environment.timeout(rng.expovariate(1))
        total += environment.now - born

    def source():
        for _ in range(customers):
            yield environment.timeout(rng.expovariate(0.8 * servers))
            environment.process(customer())

    environment.process(source())
    environment.run()
    return total / customers


def simpy_tandem(customers, rng, draw_keys):
    import simpy

    environment = simpy.Environment()
    app = simpy.Resource(environment, 16)
    stores = [simpy.Resource(environment, 1) for _ in range(SHARDS)]
    cache = OrderedDict()
    total = 0.0

    def customer(key):
        nonlocal total
        born = environment.now
        with app.request() as request:
            yield request
            yield environment.timeout(rng.expovariate(1 / 0.00064))
        if key in cache:
            cache.move_to_end(key)
        else:
            with stores[key % SHARDS].request() as request:
                yield request
                yield environment.timeout(rng.expovariate(1 / 0.001))
            cache[key] = True
            if len(cache) > CAPACITY:
                cache.popitem(last=False)
        total += environment.now - born

    def source():
        for key in draw_keys(customers):
            yield environment.timeout(rng.expovariate(20_000))
            environment.process(customer(key))

    environment.process(source())
    environment.run()
    return total / customers


def main():
    way, model, customers, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    rng = random.Random(seed)
    weights = key_weights() if model == "tandem" else None

    def draw_keys(count):
        return rng.choices(range(KEYS), cum_weights=weights, k=count)

    started = time.process_time()
    if model == "tandem":
        response = (plain_tandem if way == "plain" else simpy_tandem)(customers, rng, draw_keys)
    else:
        response = (plain_station if way == "plain" else simpy_station)(customers, 16 if model == "mm16" else 1, rng)
    print(json.dumps({"seconds": time.process_time() - started, "response": response}))


main()
