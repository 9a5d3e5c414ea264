# A list that another thread changes while it is being sent.
import threading

answer = [0] * 1000


def flicker():
    while True:
        answer[:] = [42]
        answer[:] = [0] * 1000


threading.Thread(target=flicker, daemon=True).start()


def double(number):
    return answer
