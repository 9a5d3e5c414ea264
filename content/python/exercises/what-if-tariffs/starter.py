class Tariffs:
    def __init__(self, initial):
        raise NotImplementedError

    def set(self, product, rate):
        raise NotImplementedError

    def get(self, product):
        raise NotImplementedError

    def remove(self, product):
        raise NotImplementedError

    def count(self, rate):
        raise NotImplementedError

    def __len__(self):
        raise NotImplementedError

    def __contains__(self, product):
        raise NotImplementedError

    def begin(self):
        raise NotImplementedError

    def commit(self):
        raise NotImplementedError

    def rollback(self):
        raise NotImplementedError
