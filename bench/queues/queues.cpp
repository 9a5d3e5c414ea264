// The models of the simulation's benchmark as one would write them by hand in C++, each a loop over a heap of events:
// queues <mm1 | mm16 | tandem> <customers> <seed>. Random numbers, keys and shards are those of the simulation, and so is the mean response, to the last bit.
// Prints CPU seconds, customers and the mean response as JSON. Compile with -ffp-contract=off.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <vector>

static double fromWords(int32_t high, uint32_t low) {
  uint64_t bits = (uint64_t(uint32_t(high)) << 32) | low;
  double value;
  memcpy(&value, &bits, 8);
  return value;
}

static int32_t highWord(double value) {
  uint64_t bits;
  memcpy(&bits, &value, 8);
  return int32_t(bits >> 32);
}

static uint32_t lowWord(double value) {
  uint64_t bits;
  memcpy(&bits, &value, 8);
  return uint32_t(bits);
}

const double LN2_HIGH = 6.9314718036912381649e-1, LN2_LOW = 1.90821492927058770002e-10;

// fdlibm's e_log.c and e_exp.c, for positive normal numbers.
static double ln(double x) {
  int32_t high = highWord(x);
  int32_t fraction = high & 0xfffff;
  int32_t carry = (fraction + 0x95f64) & 0x100000;
  fraction |= carry ^ 0x3ff00000;
  int32_t k = (high >> 20) - 1023 + (carry >> 20);
  double f = fromWords(fraction, lowWord(x)) - 1;
  double s = f / (2 + f);
  double z = s * s, w = z * z;
  double even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  double odd = z * (6.66666666666673513e-1 + w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860510658591e-1)));
  double half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + odd + even) + k * LN2_LOW) - f);
}

static double ex(double x) {
  if (x < -708) return 0;
  double k = std::floor(1.4426950408889634 * x + 0.5);
  double high = x - k * LN2_HIGH, low = k * LN2_LOW;
  double r = high - low, t = r * r;
  double c = r - t * (1.66666666666666019037e-1 +
                      t * (-2.77777777770155933842e-3 + t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  double y = 1 - (low - (r * c) / (2 - c) - high);
  return y * fromWords(int32_t(k + 1023) << 20, 0);
}

static int32_t acceptBelow[256];
static double width[256], height[256];

static void fillLayers() {
  const double EDGE = 7.69711747013105, AREA = 3.949659822581557e-3, SCALE = 16777216;
  double x = EDGE, previous = EDGE, q = AREA / ex(-x);
  acceptBelow[0] = int32_t((x / q) * SCALE);
  acceptBelow[1] = 0;
  width[0] = q / SCALE;
  width[255] = x / SCALE;
  height[0] = 1;
  height[255] = ex(-x);
  for (int layer = 254; layer >= 1; layer--) {
    x = -ln(AREA / x + ex(-x));
    acceptBelow[layer + 1] = int32_t((x / previous) * SCALE);
    previous = x;
    height[layer] = ex(-x);
    width[layer] = x / SCALE;
  }
}

struct Stream {
  uint32_t a, b, c, d;
  Stream(uint32_t seed, const char *purpose) {
    uint32_t value = 0x811c9dc5;
    for (const char *at = purpose; *at != 0; at++) value = (value ^ uint8_t(*at)) * 0x01000193u;
    a = seed, b = 0, c = value, d = 1;
    for (int round = 0; round < 20; round++) bits();
  }
  int32_t bits() {
    uint32_t t = a + b + d++;
    a = b ^ (b >> 9);
    b = c + (c << 3);
    c = ((c << 21) | (c >> 11)) + t;
    return int32_t(t);
  }
  double uniform() { return (uint32_t(bits()) + 0.5) / 4294967296.0; }
  double exponential() {
    for (;;) {
      int32_t word = bits();
      int layer = word & 255;
      int32_t value = int32_t(uint32_t(word) >> 8);
      double x = (value + 0.5) * width[layer];
      if (value < acceptBelow[layer]) return x;
      if (layer == 0) return 7.69711747013105 - ln(uniform());
      double upper = height[layer - 1], lower = height[layer];
      if (lower + uniform() * (upper - lower) < ex(-x)) return x;
    }
  }
};

struct Event {
  double time;
  uint64_t sequence;
  int32_t kind, customer;
  bool before(const Event &other) const { return time < other.time || (time == other.time && sequence < other.sequence); }
};

// A heap of four children.
struct Heap {
  std::vector<Event> events;
  uint64_t sequence = 0;
  void push(double time, int32_t kind, int32_t customer) {
    Event event{time, sequence++, kind, customer};
    size_t at = events.size();
    events.push_back(event);
    while (at > 0) {
      size_t above = (at - 1) >> 2;
      if (!event.before(events[above])) break;
      events[at] = events[above];
      at = above;
    }
    events[at] = event;
  }
  Event pop() {
    Event first = events[0], last = events.back();
    events.pop_back();
    size_t size = events.size(), at = 0;
    if (size == 0) return first;
    for (;;) {
      size_t below = 4 * at + 1, least = below;
      if (below >= size) break;
      for (size_t each = below + 1; each < below + 4 && each < size; each++)
        if (events[each].before(events[least])) least = each;
      if (!events[least].before(last)) break;
      events[at] = events[least];
      at = least;
    }
    events[at] = last;
    return first;
  }
};

struct Customers {
  std::vector<double> born;
  std::vector<int32_t> key, next;
  int32_t free = -1;
  int32_t make(double now, int32_t k) {
    int32_t at = free;
    if (at < 0) {
      at = int32_t(born.size());
      born.push_back(0), key.push_back(0), next.push_back(-1);
    } else free = next[at];
    born[at] = now, key[at] = k;
    return at;
  }
  void drop(int32_t at) { next[at] = free, free = at; }
};

struct Queue {
  int32_t head = -1, tail = -1, busy = 0;
  void push(Customers &all, int32_t one) {
    all.next[one] = -1;
    if (head < 0) head = one;
    else all.next[tail] = one;
    tail = one;
  }
  int32_t shift(Customers &all) {
    int32_t one = head;
    head = all.next[one];
    return one;
  }
};

struct Result {
  double sum = 0;
  long finished = 0, arrived = 0;
};

static Result station(long customers, int servers, uint32_t seed) {
  double rate = servers == 1 ? 0.8 : 12.8, end = customers / rate;
  Stream arrivals(seed, "arrivals ask"), service(seed, "service desk");
  Heap heap;
  Customers all;
  Queue desk;
  Result result;
  heap.push(arrivals.exponential() / rate, 0, 0);
  while (!heap.events.empty()) {
    Event event = heap.pop();
    double now = event.time;
    if (now > end) break;
    if (event.kind == 0) {
      int32_t one = all.make(now, 0);
      result.arrived++;
      if (desk.busy < servers) {
        desk.busy++;
        heap.push(now + service.exponential(), 1, one);
      } else desk.push(all, one);
      heap.push(now + arrivals.exponential() / rate, 0, 0);
    } else {
      if (desk.head >= 0) heap.push(now + service.exponential(), 1, desk.shift(all));
      else desk.busy--;
      result.sum += now - all.born[event.customer];
      result.finished++;
      all.drop(event.customer);
    }
  }
  return result;
}

static uint32_t mix(uint32_t key) {
  uint32_t h = (key ^ (key >> 16)) * 0x85ebca6bu;
  h = (h ^ (h >> 13)) * 0xc2b2ae35u;
  return h ^ (h >> 16);
}

static Result tandem(long customers, uint32_t seed) {
  const int KEYS = 100000, CAPACITY = 10000, SHARDS = 16;
  double rate = 20000, end = customers / rate;
  Stream arrivals(seed, "arrivals ask"), keys(seed, "keys ask"), app(seed, "service app"), store(seed, "service store");
  // Walker's aliases, as in zipf.ts.
  std::vector<double> shares(KEYS), own(KEYS);
  std::vector<int32_t> other(KEYS);
  double sum = 0;
  for (int key = 0; key < KEYS; key++) sum += shares[key] = ex(-0.9 * ln(key + 1));
  for (int key = 0; key < KEYS; key++) shares[key] = (shares[key] * KEYS) / sum;
  int large = 0, small = KEYS - 1;
  while (large < small) {
    double share = shares[small];
    own[small] = share, other[small] = large;
    shares[large] -= 1 - share;
    small--;
    while (large < small && shares[large] < 1) {
      own[large] = shares[large], other[large] = large + 1;
      shares[large + 1] -= 1 - shares[large];
      large++;
    }
  }
  own[large] = 1, other[large] = large;
  Heap heap;
  Customers all;
  Queue tier, shards[SHARDS];
  Result result;
  std::vector<int32_t> slots(KEYS, -1), held(CAPACITY), newer(CAPACITY), older(CAPACITY);
  int32_t newest = -1, oldest = -1, size = 0;
  auto unlink = [&](int32_t slot) {
    if (newer[slot] < 0) newest = older[slot];
    else older[newer[slot]] = older[slot];
    if (older[slot] < 0) oldest = newer[slot];
    else newer[older[slot]] = newer[slot];
  };
  auto link = [&](int32_t slot) {
    older[slot] = newest, newer[slot] = -1;
    if (newest < 0) oldest = slot;
    else newer[newest] = slot;
    newest = slot;
  };
  auto finish = [&](double now, int32_t one) {
    result.sum += now - all.born[one];
    result.finished++;
    all.drop(one);
  };
  heap.push(arrivals.exponential() / rate, 0, 0);
  while (!heap.events.empty()) {
    Event event = heap.pop();
    double now = event.time;
    if (now > end) break;
    int32_t one = event.customer;
    if (event.kind == 0) {
      int column = int(std::floor(keys.uniform() * KEYS));
      one = all.make(now, keys.uniform() < own[column] ? column : other[column]);
      result.arrived++;
      if (tier.busy < 16) {
        tier.busy++;
        heap.push(now + 0.00064 * app.exponential(), 1, one);
      } else tier.push(all, one);
      heap.push(now + arrivals.exponential() / rate, 0, 0);
    } else if (event.kind == 1) {
      if (tier.head >= 0) heap.push(now + 0.00064 * app.exponential(), 1, tier.shift(all));
      else tier.busy--;
      int32_t key = all.key[one], slot = slots[key];
      if (slot >= 0) {
        if (slot != newest) unlink(slot), link(slot);
        finish(now, one);
      } else {
        Queue &shard = shards[mix(key) % SHARDS];
        if (shard.busy == 0) {
          shard.busy = 1;
          heap.push(now + 0.001 * store.exponential(), 2, one);
        } else shard.push(all, one);
      }
    } else {
      int32_t key = all.key[one], slot = slots[key];
      Queue &shard = shards[mix(key) % SHARDS];
      if (shard.head >= 0) heap.push(now + 0.001 * store.exponential(), 2, shard.shift(all));
      else shard.busy = 0;
      if (slot >= 0) {
        if (slot != newest) unlink(slot), link(slot);
      } else {
        if (size < CAPACITY) slot = size++;
        else {
          slot = oldest;
          unlink(slot);
          slots[held[slot]] = -1;
        }
        held[slot] = key, slots[key] = slot;
        link(slot);
      }
      finish(now, one);
    }
  }
  return result;
}

int main(int count, char **words) {
  if (count != 4) return 2;
  fillLayers();
  std::string model = words[1];
  long customers = atol(words[2]);
  uint32_t seed = uint32_t(atol(words[3]));
  clock_t started = clock();
  Result result = model == "tandem" ? tandem(customers, seed) : station(customers, model == "mm16" ? 16 : 1, seed);
  double seconds = double(clock() - started) / CLOCKS_PER_SEC;
  printf("{\"seconds\": %.6f, \"arrived\": %ld, \"response\": %.17g}\n", seconds, result.arrived, result.sum / result.finished);
}
