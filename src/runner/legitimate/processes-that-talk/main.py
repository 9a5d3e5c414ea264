# A process with queues, a pipe, a value that is shared, a lock.
import multiprocessing

context = multiprocessing.get_context("fork")


def work(questions, answers, line, shared):
    with shared.get_lock():
        shared.value += questions.get()
    answers.put(shared.value)
    line.send("done")


def double(number):
    questions, answers, shared = context.Queue(), context.Queue(), context.Value("q", number)
    here, there = context.Pipe()
    process = context.Process(target=work, args=(questions, answers, there, shared))
    process.start()
    questions.put(number)
    answer = answers.get()
    here.recv()
    process.join()
    return answer
