# Pipelines, forests, cross-validation.
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def double(number):
    rng = np.random.default_rng(0)
    x = rng.normal(size=(120, 4))
    y = (x[:, 0] + x[:, 1] > 0).astype(int)
    search = GridSearchCV(make_pipeline(StandardScaler(), LogisticRegression()), {"logisticregression__C": [0.1, 1.0]}, cv=3).fit(x, y)
    forest = RandomForestClassifier(10, random_state=0).fit(x, y)
    assert search.best_score_ > 0.8 and forest.score(x, y) > 0.9 and cross_val_score(LogisticRegression(), x, y).mean() > 0.8
    return number * 2
