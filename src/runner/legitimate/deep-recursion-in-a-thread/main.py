# The old remedy for a stack that is too small.
import sys
import threading

sys.setrecursionlimit(1_000_000)
threading.stack_size(64 * 2**20)


def depth(tree):
    return 0 if tree is None else 1 + depth(tree[0])


def double(number):
    tree, answers = None, []
    for _ in range(100_000):
        tree = [tree]
    thread = threading.Thread(target=lambda: answers.append(depth(tree)))
    thread.start()
    thread.join()
    while tree is not None:
        tree = tree[0]
    return answers[0] - 100_000 + 2 * number
