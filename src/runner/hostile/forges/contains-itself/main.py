# A list that is its own first element.
def double(number):
    answer = []
    answer.append(answer)
    return answer
